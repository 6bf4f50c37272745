using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Finds addresses of mail and of the web; those that are given up are left out.</summary>
internal static partial class Addresses
{
    private const int Most = 100;

    /// <summary>The e-mail addresses of a stretch, each once.</summary>
    public static IEnumerable<Found<string>> Emails(NoteText note, Span within)
    {
        var end = within.Start;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var match in Email().Matches(note.Plain[within.Start..within.End]).Take(Most).Select(m => m.Groups["it"]))
        {
            var span = new Span(within.Start + match.Index, match.Length);
            var from = Math.Max(end, note.SentenceAt(span.Start).Start);
            end = span.End;
            var address = Sign().Replace(match.Value, m => m.Groups["at"].Success ? "@" : ".");
            if (!Old.Is(note, span, from) && seen.Add(address))
                yield return new(address, span, 0.95);
        }
    }

    /// <summary>The website of a stretch.</summary>
    public static Found<string>? Website(NoteText note, Span within) =>
        Link().Match(note.Plain[within.Start..within.End]) is { Success: true } match
            ? new(
                Secure(match.Value.TrimEnd('.', ',', ';', ')')),
                new(within.Start + match.Index, match.Value.TrimEnd('.', ',', ';', ')').Length))
            : null;

    private static string Secure(string link) => link.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? link : $"https://{link}";

    [GeneratedRegex(@"(?:^|[^\w.+-])(?<it>[\w.+'-]{1,64}(?:@|\s?[\[({]\s?(?:at|arroba|arobase|chez|@)\s?[\])}]\s?)[\w-]{1,63}"
        + @"(?:(?:\.|\s?[\[({]\s?(?:dot|punto|point|\.)\s?[\])}]\s?)[\w-]{1,63}){1,8})", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Email();

    // "name [at] ministry [dot] example": written so that no machine finds it.
    [GeneratedRegex(@"\s?[\[({]\s?(?:(?<at>at|arroba|arobase|chez|@)|dot|punto|point|\.)\s?[\])}]\s?", RegexOptions.IgnoreCase)]
    private static partial Regex Sign();

    [GeneratedRegex(@"\bhttps?://[^\s<>""()|]{4,200}|\bwww\.[^\s<>""()|]{4,200}", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
