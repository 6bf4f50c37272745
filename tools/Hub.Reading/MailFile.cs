using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Hub.Reading;

/// <summary>A mail as a file has it.</summary>
/// <param name="Mime">The mail (RFC 5322), as it would have come in.</param>
/// <param name="Register">The register that its file brings; null where it brings none.</param>
/// <param name="At">When it came in, UTC.</param>
/// <param name="Sender">The address that it is from; null where only the mail says so.</param>
internal sealed record MailFile(string Mime, RegisterFile? Register, DateTimeOffset At, string? Sender)
{
    /// <summary>The address to which notices are sent.</summary>
    public const string Inbox = "notices@hub.example";

    /// <summary>The host that vouches for who sent a mail.</summary>
    public const string OwnHost = "mx.hub.example";

    private const string Next = "%%%%";

    /// <summary>The mails of a file, in their order.</summary>
    /// <remarks>A file holds one, or several with a line <c>%%%%</c> between them; each may begin with a line of JSON.</remarks>
    public static IReadOnlyList<MailFile> Of(string text, ReadOptions options) =>
        [.. $"\n{text.ReplaceLineEndings("\n")}".Split($"\n{Next}\n").Select((mail, i) => One(mail.TrimStart('\n'), options, i))];

    /// <summary>
    /// The same with the number of the last notice, and the Message-ID of the last mail from the hub, where it names them.
    /// </summary>
    public MailFile After(string? notice, string? message) => this with
    {
        Mime = Mime.Replace("{{lastId}}", notice ?? "", StringComparison.Ordinal)
            .Replace("{{lastMessage}}", message ?? "", StringComparison.Ordinal),
    };

    private static MailFile One(string text, ReadOptions options, int number)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = text.StartsWith('{') && end > 0 ? JsonNode.Parse(text[..end]) : null;
        var mail = first is null ? text : text[(end + 1)..];
        var from = (string?)first?["from"] ?? options.From;
        var at = (string?)first?["at"] is { } day ? DateTimeOffset.Parse(day, CultureInfo.InvariantCulture) : options.At;
        return new(
            Whole(mail, from, at, number).ReplaceLineEndings("\r\n"), first?["registry"] is null ? null : RegisterFile.Of(first), at, from);
    }

    // What a mail program and the mailbox's own server add.
    private static string Whole(string mail, string? from, DateTimeOffset at, int number)
    {
        var head = mail.Split("\n\n", 2)[0];
        var added = new StringBuilder();
        void Add(string name, string value)
        {
            if (!$"\n{head}".Contains($"\n{name}:", StringComparison.OrdinalIgnoreCase))
                added.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }
        if (from is not null)
        {
            Add("Authentication-Results", $"{OwnHost}; dmarc=pass header.from={from.Split('@')[^1]}");
            Add("From", from);
            Add("Message-ID", $"<{at:yyyyMMddHHmmss}.{number}@{from.Split('@')[^1]}>");
        }
        Add("To", Inbox);
        Add("Date", at.ToString("r", CultureInfo.InvariantCulture));
        Add("MIME-Version", "1.0");
        return added + mail;
    }
}
