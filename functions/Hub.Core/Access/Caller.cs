using Hub.Core.States;

namespace Hub.Core.Access;

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

/// <summary>Which office of a State speaks.</summary>
public enum OfficeRole
{
    /// <summary>Permanent mission.</summary>
    Mission,

    /// <summary>Ministry of foreign affairs, or the ministry that designates.</summary>
    Ministry,

    /// <summary>A designated authority itself: it may not change its own designation (I7).</summary>
    Authority,
}

/// <summary>Who calls, as the key says.</summary>
/// <param name="Name">The office, reviewer or partner; unique, and shown in decisions.</param>
/// <param name="Kind">What kind of caller.</param>
/// <param name="State">The State it speaks for.</param>
/// <param name="Role">The office of that State.</param>
public sealed record Caller(string Name, CallerKind Kind, StateCode? State = null, OfficeRole? Role = null)
{
    /// <summary>Whether it speaks for its State officially.</summary>
    public bool IsOfficialChannel => Kind == CallerKind.Secretariat
        || (Kind == CallerKind.State && Role is (OfficeRole.Mission or OfficeRole.Ministry));
}
