namespace Hub.Operations.Retention;

/// <summary>What is kept for a time of its own.</summary>
public enum RetentionKind
{
    /// <summary>Settled notices: what they say, their originals and documents, and the mails they came by.</summary>
    Notices,

    /// <summary>The machine's translations of settled notices, and those still to be made.</summary>
    Translations,

    /// <summary>Mails that a person dismissed.</summary>
    DismissedMails,

    /// <summary>Mails that were no notices: thanks, automatic replies, reports, repeats, and those that a person answered.</summary>
    OtherMails,

    /// <summary>Mails of unknown senders, and those for a person to read, about which nobody decided: they are dismissed.</summary>
    UndecidedMails,

    /// <summary>What was answered to which address, for the limits of a day.</summary>
    Senders,

    /// <summary>Attempts to deliver something, and the rows of mails that are done.</summary>
    Deliveries,

    /// <summary>Failures that a person dealt with.</summary>
    SettledFailures,

    /// <summary>Failures that nobody dealt with.</summary>
    Failures,

    /// <summary>What went wrong with a message before it was given up or succeeded.</summary>
    Errors,

    /// <summary>Keys that have ended.</summary>
    EndedKeys,

    /// <summary>When a key was used last.</summary>
    LastUses,

    /// <summary>What people of the Secretariat did.</summary>
    Actions,
}

/// <summary>For how long each kind is kept.</summary>
/// <param name="Times">The time of each.</param>
public sealed record RetentionPolicy(IReadOnlyDictionary<RetentionKind, TimeSpan> Times)
{
    /// <summary>What is older than this has had its time.</summary>
    public DateTimeOffset Before(RetentionKind kind, DateTimeOffset now) => now - Times[kind];
}
