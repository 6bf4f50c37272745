namespace Hub.Notices.Access;

/// <summary>What a person of the Secretariat may do. Everybody of them may look at everything.</summary>
[Flags]
public enum SecretariatRoles
{
    /// <summary>Nothing but look.</summary>
    None = 0,

    /// <summary>Decides: about notices, mails and editions.</summary>
    Reviewer = 1,

    /// <summary>Prepares: writes notices, corrects what was read, plans editions, keeps recipients.</summary>
    Editor = 2,

    /// <summary>Gives powers away and keeps the hub running: keys, people, operations.</summary>
    Administrator = 4,

    /// <summary>All of it: what a key of the Secretariat may do.</summary>
    All = Reviewer | Editor | Administrator,
}
