using Hub.Register.Json;

namespace Hub.Intake.Inbox;

/// <summary>What can be asked for on a page of the hub's.</summary>
public enum PageRequestKind
{
    /// <summary>Access to the directory.</summary>
    Access,

    /// <summary>That an error in a record is mended.</summary>
    Error,
}

/// <summary>What somebody asks for on a page.</summary>
/// <param name="Kind">What.</param>
/// <param name="Office">The office that wants access, as it was typed; null of everything else.</param>
/// <param name="Record">The id of the record with the error; null of everything else.</param>
public sealed record PageRequest(PageRequestKind Kind, string? Office = null, string? Record = null) : Confidential;
