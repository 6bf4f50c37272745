using Hub.Core.Channels;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions;

/// <summary>The queues' names and their connection (docs/queues.md).</summary>
internal static class Queues
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

    /// <summary>The mailbox that notices come to.</summary>
    public const string Mailbox = "mailbox";

    /// <summary>What stands behind a queue's name for its dead letters.</summary>
    public const string DeadLetters = "/$deadletterqueue";
}

/// <summary>Wake-ups that a function sends once it has succeeded. Losing one loses nothing: Sweep finds the same work.</summary>
public sealed class WakeUps
{
    /// <summary>Notices.</summary>
    [ServiceBusOutput(Queues.Notices, Connection = Queues.Connection)]
    public string[]? Notices { get; init; }

    /// <summary>Sender mailboxes.</summary>
    [ServiceBusOutput(Queues.Mail, Connection = Queues.Connection)]
    public string[]? Mail { get; init; }

    /// <summary>Endpoints.</summary>
    [ServiceBusOutput(Queues.Webhooks, Connection = Queues.Connection)]
    public string[]? Webhooks { get; init; }

    /// <summary>The pages.</summary>
    [ServiceBusOutput(Queues.Links, Connection = Queues.Connection)]
    public string[]? Links { get; init; }

    /// <summary>Editions.</summary>
    [ServiceBusOutput(Queues.Editions, Connection = Queues.Connection)]
    public string[]? Editions { get; init; }

    /// <summary>Work on documents.</summary>
    [ServiceBusOutput(Queues.Documents, Connection = Queues.Connection)]
    public string[]? Documents { get; init; }

    /// <summary>The mailbox that notices come to.</summary>
    [ServiceBusOutput(Queues.Mailbox, Connection = Queues.Connection)]
    public string[]? Mailbox { get; init; }

    /// <summary>Wake-ups for what has something to do.</summary>
    public static WakeUps For(Wakes wakes) => new()
    {
        Notices = [.. wakes.Notices], Mail = [.. wakes.Mail], Webhooks = [.. wakes.Webhooks], Links = [.. wakes.Links],
        Editions = [.. wakes.Editions],
        Documents = [.. wakes.Documents],
        Mailbox = [.. wakes.Mailbox],
    };
}

/// <summary>An answer together with wake-ups, which go out before it.</summary>
public sealed class AnswerAndWakeUps
{
    /// <summary>The answer.</summary>
    [HttpResult]
    public required IActionResult Answer { get; init; }

    /// <summary>Notices.</summary>
    [ServiceBusOutput(Queues.Notices, Connection = Queues.Connection)]
    public string[]? Notices { get; init; }

    /// <summary>Sender mailboxes.</summary>
    [ServiceBusOutput(Queues.Mail, Connection = Queues.Connection)]
    public string[]? Mail { get; init; }

    /// <summary>Endpoints.</summary>
    [ServiceBusOutput(Queues.Webhooks, Connection = Queues.Connection)]
    public string[]? Webhooks { get; init; }

    /// <summary>The pages.</summary>
    [ServiceBusOutput(Queues.Links, Connection = Queues.Connection)]
    public string[]? Links { get; init; }

    /// <summary>Editions.</summary>
    [ServiceBusOutput(Queues.Editions, Connection = Queues.Connection)]
    public string[]? Editions { get; init; }

    /// <summary>Work on documents.</summary>
    [ServiceBusOutput(Queues.Documents, Connection = Queues.Connection)]
    public string[]? Documents { get; init; }

    /// <summary>The mailbox that notices come to.</summary>
    [ServiceBusOutput(Queues.Mailbox, Connection = Queues.Connection)]
    public string[]? Mailbox { get; init; }

    /// <summary>An answer with wake-ups for what has something to do.</summary>
    public static AnswerAndWakeUps For(IActionResult answer, Wakes? wakes = null, IReadOnlyList<string>? editions = null) => new()
    {
        Answer = answer,
        Notices = [.. wakes?.Notices ?? []],
        Mail = [.. wakes?.Mail ?? []],
        Webhooks = [.. wakes?.Webhooks ?? []],
        Links = [.. wakes?.Links ?? []],
        Editions = [.. editions ?? wakes?.Editions ?? []],
        Documents = [.. wakes?.Documents ?? []],
        Mailbox = [.. wakes?.Mailbox ?? []],
    };
}
