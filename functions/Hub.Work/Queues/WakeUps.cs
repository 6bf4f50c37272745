namespace Hub.Work.Queues;

/// <summary>What has something to do, by the kind of work. A wake-up carries a name, never content.</summary>
public sealed record WakeUps
{
    /// <summary>Notices to route or to commit, by id.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Sender mailboxes with something to send.</summary>
    public IReadOnlyList<string> Mail { get; init; } = [];

    /// <summary>Endpoints with something to deliver, by id.</summary>
    public IReadOnlyList<string> Webhooks { get; init; } = [];

    /// <summary>The network pages, by the name of their cursor.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    /// <summary>Editions to publish.</summary>
    public IReadOnlyList<string> Editions { get; init; } = [];

    /// <summary>Documents to read or to translate.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Mailboxes that notices come to.</summary>
    public IReadOnlyList<string> Mailbox { get; init; } = [];

    /// <summary>Nothing.</summary>
    public static WakeUps None { get; } = new();
}

/// <summary>Sends wake-ups.</summary>
public interface IWakeUpSender
{
    /// <summary>
    /// Sends them within a short time, and says whether all went out. What did not is logged and forgotten: the next sweep finds the same
    /// work in the tables.
    /// </summary>
    Task<bool> Send(WakeUps wakeUps);
}
