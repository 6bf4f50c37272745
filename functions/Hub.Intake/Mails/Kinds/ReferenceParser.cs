using System.Text.RegularExpressions;
using Hub.Notices;

namespace Hub.Intake.Mails.Kinds;

/// <summary>Finds what a mail belongs to.</summary>
internal static partial class ReferenceParser
{
    private const int Most = 20;

    /// <summary>The references of a mail.</summary>
    public static MailReferences Of(ParsedMail mail) => new(
        [.. mail.InReplyTo.Concat(mail.References.Reverse()).Distinct()],
        [.. Named($"{mail.Subject}\n{mail.Text}").Distinct().Take(Most)]);

    // Whoever answers quotes the short name; programs, and answers to older mails, have the id.
    private static IEnumerable<string> Named(string text) =>
        NoticeId().Matches(text).Select(m => $"{m.Groups[1].Value}-{Lower(m.Groups[2].Value)}").Concat(NoticeReference.In(text));

#pragma warning disable CA1308 // The ids of notices are written in lower case.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    // As the hub makes them: the State, and a UUID without dashes.
    [GeneratedRegex(@"\b([A-Z]{3})-([0-9a-fA-F]{12}7[0-9a-fA-F]{19})\b", RegexOptions.NonBacktracking)]
    private static partial Regex NoticeId();
}
