using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Operations.Standstill;

/// <summary>What can stand still.</summary>
public enum StandstillKind
{
    /// <summary>An edition that is frozen.</summary>
    Edition,

    /// <summary>A sender mailbox that somebody stopped.</summary>
    MailStopped,

    /// <summary>Mails that could go.</summary>
    MailLate,

    /// <summary>The way of changes into the outbox.</summary>
    Changes,

    /// <summary>Messages to partners.</summary>
    Webhooks,

    /// <summary>The network pages.</summary>
    NetworkPages,

    /// <summary>A mailbox that is read.</summary>
    Inbox,

    /// <summary>Notices whose time has come.</summary>
    Notices,

    /// <summary>Documents.</summary>
    Documents,

    /// <summary>Mails that were set aside.</summary>
    MailSetAside,

    /// <summary>The machine's clock.</summary>
    Clock,
}

/// <summary>Work that stands still, as everyone may know it: no names, no ids.</summary>
/// <param name="What">What stands still.</param>
/// <param name="Count">How many there are of it.</param>
/// <param name="Since">Since when the longest does, UTC; null where nobody knows.</param>
/// <param name="Do">What to do about it.</param>
public sealed record Standstill(string What, int Count, DateTimeOffset? Since, string Do) : IPublic
{
    private const string Queues = "See sweep-stopped and message-given-up in docs/operations.md.";
    private const string Channels = "See channel-late and message-given-up in docs/operations.md.";

    /// <summary>Which it is.</summary>
    [JsonIgnore]
    public StandstillKind Kind { get; private init; }

    /// <summary>That something of a kind stands still.</summary>
    public static Standstill Of(StandstillKind kind, int count, DateTimeOffset? since)
    {
        var (what, remedy) = kind switch
        {
            StandstillKind.Edition => (
                "An edition is frozen and not published.",
                "GET /api/failures says why it does not come to an end. Remedy that, or drop it: POST /api/editions/{id}/drop."),
            StandstillKind.MailStopped => (
                "A sender mailbox is stopped.", "POST /api/mail/resume, or see mail-paused and mail-disabled in docs/operations.md."),
            StandstillKind.MailLate => (
                "Mails wait and are not sent.", "See channel-late, mail-fails and message-given-up in docs/operations.md."),
            StandstillKind.Changes => ("Changes are not put in the outbox.", Channels),
            StandstillKind.Webhooks => ("Messages to partners are not sent.", Channels),
            StandstillKind.NetworkPages => ("The network pages are not put.", Channels),
            StandstillKind.Inbox => ("A mailbox that notices come to cannot be read.", "See inbox-fails in docs/operations.md."),
            StandstillKind.Notices => ("Notices wait to be routed, committed or answered.", Queues),
            StandstillKind.Documents => ("Documents wait to be read or translated.", Queues),
            StandstillKind.MailSetAside => (
                "Mails were set aside, or wait since the process ended with them.",
                "GET /api/failures names them: mend that, retry them."),
            StandstillKind.Clock => (
                "The clock of the machine that answers is not storage's.", "See clock-wrong in docs/operations.md."),
            _ => throw new NotSupportedException($"{kind}"),
        };
        return new(what, count, since, remedy) { Kind = kind };
    }
}
