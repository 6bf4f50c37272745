using Hub.Register.Json;

namespace Hub.Notices.Access;

/// <summary>What people of the Secretariat do besides deciding: notices, mails and editions keep themselves who decided.</summary>
public enum ActionKind
{
    /// <summary>Gave a key out.</summary>
    KeyIssued,

    /// <summary>Gave a key out in another's place.</summary>
    KeyReplaced,

    /// <summary>Took a key away.</summary>
    KeyRevoked,

    /// <summary>Registered a partner, or its contact.</summary>
    PartnerSaved,

    /// <summary>Withdrew a partner's access.</summary>
    PartnerWithdrawn,

    /// <summary>Set a mission, or an office.</summary>
    RecipientSaved,

    /// <summary>Took a table of missions over.</summary>
    RecipientsImported,

    /// <summary>Set what a recipient gets.</summary>
    PreferencesSaved,

    /// <summary>Ended the links of a recipient.</summary>
    LinksEnded,

    /// <summary>Said that the address of a recipient is right.</summary>
    BouncesResolved,

    /// <summary>Had records asked about once more.</summary>
    ConfirmationsAsked,

    /// <summary>Ended a session.</summary>
    SessionEnded,

    /// <summary>Stopped all mail.</summary>
    MailPaused,

    /// <summary>Let mail go on.</summary>
    MailResumed,

    /// <summary>Stopped what goes to a partner's endpoint.</summary>
    EndpointPaused,

    /// <summary>Let it go on.</summary>
    EndpointResumed,

    /// <summary>Had something tried again that was given up.</summary>
    FailureRetried,

    /// <summary>Had mails of an edition sent again.</summary>
    MailsResent,

    /// <summary>Took the work on a notice or a mail.</summary>
    WorkTaken,

    /// <summary>Gave it back.</summary>
    WorkGivenBack,

    /// <summary>Left a note for colleagues about a notice or a mail.</summary>
    NoteLeft,
}

/// <summary>Something that a person of the Secretariat did.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Subject">The id or the name of what it was done to, never an address or a number; null where there is one only.</param>
public sealed record SecretariatAction(ActionKind Kind, string By, DateTimeOffset At, string? Subject) : Confidential
{
    /// <summary>The person behind the key of whoever did, where that is another's.</summary>
    public string? MadeBy { get; init; }
}

/// <summary>Where it is kept who did what.</summary>
public interface IActionLog
{
    /// <summary>Keeps an action.</summary>
    Task Add(SecretariatAction action, CancellationToken cancel);

    /// <summary>The newest, the last first.</summary>
    Task<IReadOnlyList<SecretariatAction>> List(int limit, CancellationToken cancel);
}
