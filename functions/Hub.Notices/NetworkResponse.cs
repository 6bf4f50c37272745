using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>What a network said about a State's claim to belong to it (V30).</summary>
/// <param name="Network">The network.</param>
/// <param name="Listed">Whether it lists the State.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
/// <param name="Reason">In its words.</param>
public sealed record NetworkResponse(string Network, bool Listed, string By, DateTimeOffset At, string? Reason) : Confidential;
