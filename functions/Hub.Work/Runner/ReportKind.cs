namespace Hub.Work.Runner;

/// <summary>What a mail that came back says of the one that was sent.</summary>
public enum ReportKind
{
    /// <summary>It was not delivered, and will not be (RFC 3464 §2.3.3: failed).</summary>
    Failed,

    /// <summary>It is not delivered yet (RFC 3464 §2.3.3: delayed).</summary>
    Delayed,

    /// <summary>It arrived (RFC 3464 §2.3.3: delivered, relayed, expanded; RFC 8098: shown to somebody).</summary>
    Arrived,

    /// <summary>Nobody read it, but the mailbox answered by itself (RFC 3834).</summary>
    AutoReply,
}
