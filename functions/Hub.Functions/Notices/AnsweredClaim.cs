using Hub.Notices;

namespace Hub.Functions.Notices;

/// <summary>A claim that a network has answered: where its notice stands now.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Status">Its status.</param>
/// <param name="Network">The network.</param>
public sealed record AnsweredClaim(string Notice, NoticeStatus Status, string Network);
