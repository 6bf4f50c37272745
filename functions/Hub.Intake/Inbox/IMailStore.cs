namespace Hub.Intake.Inbox;

/// <summary>Where mails that came in are kept.</summary>
public interface IMailStore
{
    /// <summary>Keeps a mail that came in; false where it was kept before.</summary>
    Task<bool> Add(MailRecord mail, CancellationToken cancel);

    /// <summary>A mail; null where there is none.</summary>
    Task<MailRecord?> Find(string id, CancellationToken cancel);

    /// <summary>Writes a mail back; null where somebody else wrote it since it was read.</summary>
    Task<MailRecord?> Save(MailRecord mail, CancellationToken cancel);

    /// <summary>The mails of a mailbox about which the hub must do something by now.</summary>
    Task<IReadOnlyList<MailRecord>> Due(string mailbox, DateTimeOffset now, int limit, CancellationToken cancel);

    /// <summary>Mails, newest first: of one fate or any.</summary>
    Task<IReadOnlyList<MailRecord>> List(InboundMailStatus? fate, int limit, CancellationToken cancel);

    /// <summary>
    /// Notes under which mail something is found again, e.g. a conversation; the first mail of a key stays. The mail that stands there.
    /// </summary>
    Task<string> Note(MailKey key, string mail, CancellationToken cancel);

    /// <summary>The mail that stands under a key; null where none does.</summary>
    Task<string?> Noted(MailKey key, CancellationToken cancel);

    /// <summary>What somebody was sent lately.</summary>
    Task<SenderTally> Tally(string address, CancellationToken cancel);

    /// <summary>Writes it back; false where somebody else wrote it since it was read.</summary>
    Task<bool> Save(SenderTally tally, CancellationToken cancel);
}
