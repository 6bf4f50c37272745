using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Pages.Mail;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Problems;

namespace Hub.Pages.Replies;

/// <summary>
/// The lines of an answer. What a notice said stands in them as one piece, on one line, and cannot pass for the hub's own words.
/// </summary>
internal sealed class ReplyLines(Labels labels, MailOrigin origin)
{
    private const int LongestValue = 300;
    private const int MostFacts = 60;
    private readonly List<string> _lines = [labels["Answer.Title"], ""];
    private readonly ReplyValues _values = new(labels);
    private readonly ProblemWords _problems = new(labels);

    /// <summary>A sentence with its places filled.</summary>
    public void Sentence(string key, params Phrase[] values) => _lines.Add(Text(labels.Say(key, values)));

    /// <summary>A notice: what was understood of it and where it stands.</summary>
    public void Notice(Notice notice)
    {
        Heading(Text(labels.Say("Answer.Notice", notice.Reference())));
        Fact("Answer.Reference", (string?)Value(notice.Form["officialRef"]));
        if (Codes.TryParse<NoticeKind>(Value(notice.Form["kind"]), out var kind))
            Fact("Answer.Kind", labels.Of(kind));
        Fact("Answer.NoteDate", Day(notice.Form["noteDate"]));
        Fact("Answer.Effective", Day(notice.Form["effectiveFrom"]));
        Fact("Answer.Files", notice.Files.Count == 0 ? null : string.Join(", ", notice.Files.Select(f => f.Name)));
        Understood(notice.Words.Where(p => p.Pointer.StartsWith("/changes", StringComparison.Ordinal)).Take(MostFacts));
        _lines.Add("");
        Standing(notice);
    }

    /// <summary>Where a notice stands: what is asked, what was decided and why.</summary>
    public void Standing(Notice notice)
    {
        _lines.Add(Text(NoticeStanding.Of(notice, labels)));
        if (notice is { Status: NoticeStatus.Rejected or NoticeStatus.Query, Decisions: [.., { Reason: { } reason }] })
            Sentence(notice.Status == NoticeStatus.Query ? "Answer.Question" : "Answer.Reason", Cut(reason));
        var asked = SenderQuestions.Of(notice);
        if (notice.Status is NoticeStatus.Query or NoticeStatus.Held && asked.Count > 0)
        {
            Problems("Answer.Problems", asked);
            if (SenderQuestions.Left(notice) is > 0 and var left)
                Sentence("Answer.Left", labels.Number(left));
        }
        if (notice.Status == NoticeStatus.Query)
            Sentence(asked.Count > 0 ? "Answer.Remedy" : "Answer.Reply");
        if (notice.Problems.Where(p => p.Outcome == Outcome.Warn).ToList() is { Count: > 0 } remarks && notice.Sequence is null)
            Problems("Answer.Remarks", remarks);
    }

    /// <summary>What a person of the Secretariat wrote, line by line.</summary>
    public void Written(string text) => _lines.AddRange(text.ReplaceLineEndings("\n").Split('\n'));

    /// <summary>The whole text.</summary>
    /// <param name="isAutomatic">Whether nobody wrote it.</param>
    public string Close(bool isAutomatic)
    {
        _lines.AddRange(["", "-- "]);
        if (isAutomatic)
            _lines.Add(labels["Answer.Automatic"]);
        _lines.Add($"{MailOrigin.Sender(labels)}, {origin.Address}");
        return string.Join("\r\n", _lines) + "\r\n";
    }

    private void Understood(IEnumerable<Proposal> proposals)
    {
        if (_values.Lines(proposals).ToList() is not { Count: > 0 } understood)
            return;
        _lines.Add($"{labels["Answer.Understood"]}:");
        _lines.AddRange(understood.Select(l => $"  * {l.Label}: {Text(labels.Say("Answer.From", Cut(l.Value), Cut(l.Words)))}"));
    }

    private void Problems(string title, IReadOnlyList<Problem> problems)
    {
        _lines.AddRange(["", $"{labels[title]}:"]);
        foreach (var (problem, i) in problems.Select((p, i) => (p, i)))
        {
            var text = _problems.Of(problem);
            // The code last, for who asks about it; where it is in words, or not at all.
            var place = problem.Code != ProblemCode.F04 && labels.FieldAt(problem.Field) is { } field ? $"{field}; " : "";
            _lines.Add($"  {i + 1}. {Text(text.Title)} {Text(text.Remedy)} ({place}{problem.Code})");
        }
        _lines.Add("");
    }

    private void Heading(string title) => _lines.AddRange(["", title, new('=', title.Length)]);

    private void Fact(string key, string? value)
    {
        if (value is { Length: > 0 })
            _lines.Add($"{labels[key]}: {Text(Cut(value))}");
    }

    private string? Day(JsonNode? day) => DateOnly.TryParseExact(Value(day), "yyyy-MM-dd", out var read) ? labels.Day(read) : Value(day);

    private static string? Value(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        var other => other.ToJsonString(HubJson.Options),
    };

    private static string Cut(string text) => text.Length <= LongestValue ? text : $"{text[..LongestValue]} …";

    private string Text(Phrase phrase) => phrase.ToText(labels.RightToLeft);
}
