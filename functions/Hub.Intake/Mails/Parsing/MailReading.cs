using System.Text.RegularExpressions;
using MimeKit;

namespace Hub.Intake.Mails.Parsing;

/// <summary>Makes a received mail of a parsed one.</summary>
internal static partial class MailReading
{
    private const int MostIds = 100;
    private const int LongestSubject = 1000;

    /// <summary>The mail, mails within it included.</summary>
    public static ParsedMail Of(MimeMessage message) => Of(message, new MailBudget(), 0);

    /// <summary>A mail at a depth, within what is left of the budget.</summary>
    public static ParsedMail Of(MimeMessage message, MailBudget budget, int depth)
    {
        var headers = new MailHeaders(message.Headers, CharsetOf(message.Body, depth));
        var content = new MailContent(budget, depth);
        content.Walk(message.Body);
        return new()
        {
            MessageId = Ids(headers.First("Message-ID")).FirstOrDefault(),
            InReplyTo = Ids(headers.First("In-Reply-To")),
            References = Ids(headers.First("References")),
            Subject = Cut(MailText.OneLine(headers.Decoded("Subject"))),
            Date = message.Headers.Contains(HeaderId.Date) && message.Date != default ? message.Date : null,
            From = headers.Addresses("From"),
            Sender = headers.Addresses("Sender"),
            ReplyTo = headers.Addresses("Reply-To"),
            Recipients = [.. headers.Addresses("To"), .. headers.Addresses("Cc")],
            Headers = headers.All,
            Checks = headers.Checks(),
            Text = content.Text,
            Files = content.Files,
            Forwarded = content.Forwarded,
            MediaTypes = content.MediaTypes,
            Defects = [.. headers.Defects.Concat(content.Defects).Distinct()],
        };
    }

    // What a mail says of its text holds for headers whose letters were written as they are (RFC 5322 allows ASCII only).
    private static string? CharsetOf(MimeEntity? entity, int depth) => entity switch
    {
        TextPart text => text.ContentType.Charset,
        Multipart parts when depth < MailParser.MostDepth =>
            parts.Select(p => CharsetOf(p, depth + 1)).FirstOrDefault(c => c is { Length: > 0 }),
        _ => null,
    };

    private static string Cut(string subject) => subject.Length > LongestSubject ? subject[..LongestSubject] : subject;

    private static List<string> Ids(string? header) =>
        [.. MessageId().Matches(header ?? "").Select(m => m.Groups[1].Value).Distinct().Take(MostIds)];

    [GeneratedRegex(@"<([^<>\s]{1,250}@[^<>\s]{1,250})>", RegexOptions.NonBacktracking)]
    private static partial Regex MessageId();
}

/// <summary>What one mail may hold, all mails within it together.</summary>
internal sealed class MailBudget
{
    private const int MostParts = 500;
    private const int MostCharacters = 1_000_000;
    private int _parts;
    private int _characters;

    /// <summary>Takes a part; false where there are too many.</summary>
    public bool Part() => ++_parts <= MostParts;

    /// <summary>As much of a text as may still be read.</summary>
    public string Text(string text)
    {
        var most = Math.Max(0, MostCharacters - _characters);
        var taken = text.Length > most ? text[..most] : text;
        _characters += taken.Length;
        return taken;
    }
}
