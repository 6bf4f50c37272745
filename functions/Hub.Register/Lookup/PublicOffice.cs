using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Register.Lookup;

/// <summary>
/// What everyone may know of an office: its State and what it is designated for. It is made of a record's public part and of codes, so
/// that a page that is given it has neither names nor contact data to show.
/// </summary>
/// <param name="Id">The record's id.</param>
/// <param name="Record">The public part of the record.</param>
/// <param name="Functions">What it is designated for, now.</param>
public sealed record PublicOffice(string Id, AuthorityPublic Record, IReadOnlyList<PublicFunction> Functions) : IPublic
{
    /// <summary>Where the record stands.</summary>
    public RecordStatus Status { get; init; }

    /// <summary>The day on which it last changed, UTC, as the log tells everybody.</summary>
    public DateOnly ChangedOn { get; init; }

    /// <summary>The day on which its State last confirmed it, UTC; null where it has not.</summary>
    public DateOnly? ConfirmedOn { get; init; }

    /// <summary>The office of a record, with the designations that hold on a day.</summary>
    public static PublicOffice Of(Authority authority, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(authority);
        return new(authority.Id, authority.Public, [.. authority.Restricted.HoldingOn(day).Select(PublicFunction.Of).Distinct()])
        {
            Status = authority.Upkeep.Status,
            ChangedOn = Day(authority.Upkeep.LastChangedOn),
            ConfirmedOn = authority.Upkeep.LastConfirmedOn is { } at ? Day(at) : null,
        };
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

/// <summary>One thing that an office is designated for, in codes alone.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Article">The article; null for instruments that are named in words of the State's own.</param>
/// <param name="Matter">The matter.</param>
/// <param name="Function">What it does for it.</param>
public sealed record PublicFunction(Instrument Instrument, string? Article, Matter Matter, DesignationFunction Function) : IPublic
{
    /// <summary>What a designation is for.</summary>
    public static PublicFunction Of(Designation designation)
    {
        ArgumentNullException.ThrowIfNull(designation);
        return new(
            designation.Instrument, designation.Instrument == Instrument.Other ? null : designation.Article, designation.Matter,
            designation.Function);
    }
}
