using System.Globalization;
using System.Text;

namespace Hub.Reading;

/// <summary>Scores of folders as a part of docs/benchmarks.md.</summary>
internal static class ScoreReport
{
    private const string Title = "## Reading";

    /// <summary>Writes the part anew, and leaves all above it as it is.</summary>
    public static void Write(string file, IReadOnlyList<(string Folder, Score Score)> scores)
    {
        var page = File.ReadAllText(file);
        var above = page.IndexOf($"\n{Title}", StringComparison.Ordinal) is >= 0 and var at ? page[..at] : page.TrimEnd();
        File.WriteAllText(file, $"{above.TrimEnd()}\n\n{Of(scores)}");
    }

    private static string Of(IReadOnlyList<(string Folder, Score Score)> scores)
    {
        var page = new StringBuilder();
        page.AppendLine(Title).AppendLine().AppendLine(
            "By `./hub bench --reading`: notes in the manner of real ones ([reading.md](reading.md)). `developed` was looked at while the reading was made, "
                    + "`held-back` was told of by an examiner, fault by fault and in other words; `unseen` was written when that was done, by somebody who knew "
                    + "nothing of the rules, scored once as it was (kind right in 41 of 48, precision 0.93, recall 0.82), and then told of, too: "
                    + "no corpus here is unseen now.")
            .AppendLine();
        page.AppendLine("| notes | language | mails | kind right | precision of values | recall | false alarms a mail |")
            .AppendLine("|---|---|---|---|---|---|---|");
        foreach (var (folder, score) in scores)
        {
            foreach (var (language, mails, kinds, values, alarms) in score.ByLanguage())
                page.AppendLine(
                    Text(
                        $"| {folder} | {language} | {mails} | {kinds.Right} of {kinds.All} | {values.Precision:0.00} | {values.Recall:0.00} | {alarms:0.00} |"
                    ));
            page.AppendLine(
                Text(
                    $"| {folder} | all | {score.Mails} | {score.Kinds.Right} of {score.Kinds.All} | {score.Values.Precision:0.00} | {score.Values.Recall:0.00} | {score.FalseAlarms:0.00} |"
                ));
        }
        page.AppendLine()
            .Append("| field |")
            .AppendJoin("|", scores.Select(s => $" precision, {s.Folder} | recall, {s.Folder} "))
            .AppendLine("|")
            .Append("|---|")
            .AppendLine(string.Concat(scores.Select(_ => "---|---|")));
        foreach (var field in scores.SelectMany(s => s.Score.ByField.Keys).Distinct().Order(StringComparer.Ordinal))
            page.Append(CultureInfo.InvariantCulture, $"| `{field}` |")
                .AppendJoin("|", scores.Select(s => Figures(s.Score, field)))
                .AppendLine("|");
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static string Figures(Score score, string field) => score.ByField.TryGetValue(field, out var tally)
        ? Text($" {tally.Precision:0.00} | {tally.Recall:0.00} of {tally.Wanted} ")
        : "  |  ";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
