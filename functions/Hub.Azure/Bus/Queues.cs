using Hub.Work.Queues;

namespace Hub.Azure.Bus;

/// <summary>The queues' names (infra/queues.json, docs/queues.md) and the setting that holds their connection.</summary>
public static class Queues
{
    /// <summary>The setting that holds the Service Bus namespace.</summary>
    public const string Connection = "ServiceBus";

    /// <summary>Notices to route or to commit.</summary>
    public const string Notices = "notices";

    /// <summary>Sender mailboxes with something to send.</summary>
    public const string Mail = "mail";

    /// <summary>Endpoints with something to deliver.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>The network pages.</summary>
    public const string Links = "links";

    /// <summary>Editions to publish.</summary>
    public const string Editions = "editions";

    /// <summary>Documents to read or to translate.</summary>
    public const string Documents = "documents";

    /// <summary>The mailboxes that notices come to.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>What the others gave up.</summary>
    public const string Failures = "failures";

    /// <summary>Which queue takes which wake-ups.</summary>
    public static IEnumerable<(string Queue, IReadOnlyList<string> Bodies)> Of(WakeUps wakeUps) =>
    [
        (Notices, wakeUps.Notices), (Mail, wakeUps.Mail), (Webhooks, wakeUps.Webhooks), (Links, wakeUps.Links),
        (Editions, wakeUps.Editions), (Documents, wakeUps.Documents), (Mailbox, wakeUps.Mailbox),
    ];

    /// <summary>The wake-up that a message of a queue was; none for a queue that takes none.</summary>
    public static WakeUps WakeUp(string queue, string body) => queue switch
    {
        Notices => new() { Notices = [body] },
        Mail => new() { Mail = [body] },
        Webhooks => new() { Webhooks = [body] },
        Links => new() { Links = [body] },
        Editions => new() { Editions = [body] },
        Documents => new() { Documents = [body] },
        Mailbox => new() { Mailbox = [body] },
        _ => WakeUps.None,
    };
}
