using System.Text.Json;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>A mailbox's round in progress: one mail to each reader for the events up to a fixed one.</summary>
public sealed record MailRound
{
    /// <summary>How far the readers of each cadence are told, before this round.</summary>
    public required MailMarks Marks { get; init; }

    /// <summary>The last event the round covers; null between rounds.</summary>
    public long? UpTo { get; init; }

    /// <summary>
    /// The cadences whose readers it tells; null until it is settled that the round covers the events up to
    /// there. Mails go out after that only.
    /// </summary>
    public IReadOnlyList<Cadence>? Cadences { get; init; }

    /// <summary>When the last round began, UTC: the next keeps its distance.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>The last reader, in the order of ids, that is done.</summary>
    public string? Done { get; init; }

    /// <summary>The id of the mail of the errand under way between two rounds.</summary>
    public string? Errand { get; init; }

    /// <summary>The reader whose mail is under way: after a crash its fate is in doubt.</summary>
    public string? Sending { get; init; }

    /// <summary>The draft of that mail, once the mailbox has made it: only a draft that stands here is ever sent.</summary>
    public string? Draft { get; init; }

    /// <summary>The Message-ID of that draft.</summary>
    public string? MessageId { get; init; }

    /// <summary>When the last mails went, for the pace.</summary>
    public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>How many went in which hour, for the day's quota.</summary>
    public IReadOnlyList<SentHour> SentHours { get; init; } = [];

    /// <summary>What remains between two rounds.</summary>
    public MailRound Between(MailMarks marks) => new() { Marks = marks, Began = Began, Sent = Sent, SentHours = SentHours };

    /// <summary>Reads it from a cursor.</summary>
    public static MailRound Of(Cursor cursor) => cursor.Work is { } json
        ? JsonSerializer.Deserialize<MailRound>(json, HubJson.Options)!
        : new() { Marks = new(cursor.Position, new Dictionary<Cadence, WaitingDigest>()) };

    /// <summary>As a cursor keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HubJson.Options);
}
