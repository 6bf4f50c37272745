using Hub.Notices.Flow;
using Hub.Register.Json;

namespace Hub.Pages.Portal.Claims;

/// <summary>A claim, and the name of the State that makes it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="State">The State by name.</param>
public sealed record ClaimRow(NetworkClaim Claim, string State) : Confidential;

/// <summary>The claims that wait for a network's word.</summary>
/// <param name="Network">The network by name; null where the partner speaks for none.</param>
/// <param name="Rows">The claims, the oldest first.</param>
public sealed record ClaimList(string? Network, IReadOnlyList<ClaimRow> Rows) : Confidential;
