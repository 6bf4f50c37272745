using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>By which road a notice came that a person of the Secretariat entered for its State.</summary>
public enum EntryRoad
{
    /// <summary>On paper.</summary>
    Paper,

    /// <summary>By telephone.</summary>
    Telephone,

    /// <summary>By a mail that no parser could read.</summary>
    Mail,

    /// <summary>Typed on a page of the hub, and made sure of by a call.</summary>
    Page,

    /// <summary>By none: the Secretariat found itself what is wrong in the directory.</summary>
    Own,
}

/// <summary>That the Secretariat corrected the form of a notice before it was decided.</summary>
/// <param name="By">Who did.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Earlier">The form as it was before.</param>
/// <param name="Reason">Why.</param>
public sealed record Correction(string By, DateTimeOffset At, JsonObject Earlier, string? Reason) : Confidential
{
    /// <summary>The person behind the key of whoever did, where that is another's.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Whether that person signed in, and did not come with a key.</summary>
    public bool SignedIn { get; init; }
}
