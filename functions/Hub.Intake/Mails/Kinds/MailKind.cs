namespace Hub.Intake.Mails.Kinds;

/// <summary>What a mail is.</summary>
public enum MailKind
{
    /// <summary>A notice, or several.</summary>
    Notice,

    /// <summary>An answer to a mail of the hub that brings something.</summary>
    Reply,

    /// <summary>An automatic reply (RFC 3834).</summary>
    AutoReply,

    /// <summary>A report on the delivery of a mail (RFC 3464), a receipt included.</summary>
    Bounce,

    /// <summary>An entry for a calendar (RFC 5545).</summary>
    Calendar,

    /// <summary>A mail to a list (RFC 2919, RFC 2369).</summary>
    Newsletter,

    /// <summary>Thanks, and nothing else.</summary>
    Thanks,

    /// <summary>Nothing to read at all.</summary>
    Empty,

    /// <summary>Something else, for a person to look at.</summary>
    Other,
}
