namespace Hub.Work.Watching;

/// <summary>
/// How long is too long: after this, what stands still is told by health, by the log and by the alerts. The one place for it.
/// </summary>
/// <param name="Channels">A channel, a round of mails among them, that does not move though it could.</param>
/// <param name="Inboxes">A mailbox that is read every minute, and was not: nobody knows what waits in it.</param>
/// <param name="Editions">From the freezing of an edition until it is in the log: making its files takes a minute or two.</param>
/// <param name="Notices">A notice about which something is to be done.</param>
/// <param name="Documents">A document that is to be read or translated.</param>
public sealed record StandstillLimits(TimeSpan Channels, TimeSpan Inboxes, TimeSpan Editions, TimeSpan Notices, TimeSpan Documents)
{
    /// <summary>What the hub goes by.</summary>
    public static StandstillLimits Default { get; } = new(
        Channels: TimeSpan.FromMinutes(15), Inboxes: TimeSpan.FromMinutes(5), Editions: TimeSpan.FromMinutes(30),
        Notices: TimeSpan.FromMinutes(15), Documents: TimeSpan.FromMinutes(30));
}
