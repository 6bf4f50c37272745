using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Pages.Directory.Offices;

/// <summary>An office with everything that readers of the directory may see.</summary>
/// <param name="Record">The record.</param>
/// <param name="StateName">The State's name.</param>
/// <param name="Address">The whole address of its page, for a camera.</param>
public sealed record OfficeView(Authority Record, string StateName, Uri Address) : Confidential
{
    /// <summary>What the State declared on the legal basis of extradition.</summary>
    public IReadOnlyList<LegalBasis> LegalBasis { get; init; } = [];
}
