namespace Hub.Notices.Access;

/// <summary>What kind of caller a key belongs to; each may do what its kind may, nothing more.</summary>
public enum CallerKind
{
    /// <summary>An office of a State: submits notices for it and reads them.</summary>
    State,

    /// <summary>A reviewer of the Secretariat.</summary>
    Secretariat,

    /// <summary>A reader of the restricted directory: a designated authority or a permanent mission.</summary>
    Reader,

    /// <summary>A partner network: reads the log and keeps webhook endpoints.</summary>
    Partner,
}
