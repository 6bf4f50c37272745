using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Register.Laws;

/// <summary>What the last check of a law's official address found.</summary>
public enum LinkState
{
    /// <summary>Nobody looked yet.</summary>
    Unchecked,

    /// <summary>The law is there.</summary>
    Ok,

    /// <summary>It has moved, and the old address says where.</summary>
    Redirect,

    /// <summary>Something else is there than before.</summary>
    Changed,

    /// <summary>It has not answered for a while.</summary>
    Broken,

    /// <summary>Its server lets no program look.</summary>
    Blocked,

    /// <summary>Its certificate is not in order.</summary>
    CertError,

    /// <summary>It answers with a page that says that there is none.</summary>
    [JsonStringEnumMemberName("SOFT_404")] Soft404,
}

/// <summary>Whether a law's official address leads to it.</summary>
/// <param name="State">What the last check found.</param>
/// <param name="CheckedOn">The day of it; null where nobody looked yet.</param>
/// <param name="FinalUrl">Where the address leads in the end, where that is elsewhere.</param>
public sealed record LinkCheck(LinkState State, DateOnly? CheckedOn = null, string? FinalUrl = null) : IPublic
{
    /// <summary>Of an address at which nobody looked yet.</summary>
    public static LinkCheck Unchecked { get; } = new(LinkState.Unchecked);
}
