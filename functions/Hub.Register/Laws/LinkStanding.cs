using Hub.Register.Json;

namespace Hub.Register.Laws;

/// <summary>What everybody is told of the last look at a law's official address.</summary>
/// <param name="Status">How it stands.</param>
/// <param name="CheckedOn">The day of the look; null where nobody has looked yet.</param>
/// <param name="FinalUrl">Where the address led, if elsewhere.</param>
public sealed record LinkStanding(LinkStatus Status, DateOnly? CheckedOn = null, string? FinalUrl = null) : IPublic
{
    /// <summary>Of an address at which nobody has looked yet.</summary>
    public static LinkStanding Unchecked { get; } = new(LinkStatus.Unchecked);

    /// <summary>Of a check, which says nothing where it was of another address; null for a law without one.</summary>
    public static LinkStanding? Of(Law law, LinkCheck? check)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.OfficialUrl is not { } url ? null
            : check is null || check.Url != url ? Unchecked
            : new(
                check.Status, check.CheckedOn is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null, check.FinalUrl);
    }
}
