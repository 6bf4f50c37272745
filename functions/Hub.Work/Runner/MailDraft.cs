namespace Hub.Work.Runner;

/// <summary>A draft as the mailbox made it.</summary>
/// <param name="Id">Its id in the mailbox, the same after it is sent.</param>
/// <param name="MessageId">The Message-ID that it bears on its way (RFC 5322 §3.6.4).</param>
public sealed record MailDraft(string Id, string? MessageId);
