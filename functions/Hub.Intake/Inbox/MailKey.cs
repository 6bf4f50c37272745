using System.Security.Cryptography;
using System.Text;
using Hub.Intake.Mails;
using Hub.Register.Json;

namespace Hub.Intake.Inbox;

/// <summary>Something by which a mail is found again. Only its hash is kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Hash">SHA-256, hexadecimal.</param>
public sealed record MailKey(string Kind, string Hash)
{
    /// <summary>A Message-ID, of a mail that came in or of an answer to one.</summary>
    public static MailKey Message(string id) => new("message", HashOf(id));

    /// <summary>A conversation of the mailbox.</summary>
    public static MailKey Conversation(string id) => new("conversation", HashOf(id));

    /// <summary>A mail that may come a second time, e.g. to a second address: who wrote what under which Message-ID.</summary>
    public static MailKey UnderstoodMail(ParsedMail mail) =>
        new("letter", HashOf(mail.MessageId!, string.Join('\n', mail.From.Select(f => f.Address)), mail.Subject, mail.Text));

    private static string HashOf(params string[] parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
}

/// <summary>What an address was sent lately: answers cannot become a conversation of two machines.</summary>
public sealed record SenderTally : Confidential
{
    /// <summary>SHA-256 of the address, hexadecimal.</summary>
    public required string Address { get; init; }

    /// <summary>What was sent, and when.</summary>
    public IReadOnlyList<CountedReply> Answers { get; init; } = [];

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>How an address is kept.</summary>
    public static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(MailAddress.Normal(address))));
}

/// <summary>An answer that was sent to an address.</summary>
/// <param name="Id">The hub's id of it.</param>
/// <param name="At">When, UTC.</param>
public sealed record CountedReply(string Id, DateTimeOffset At);
