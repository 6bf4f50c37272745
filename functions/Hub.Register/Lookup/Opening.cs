using Hub.Register.Records;

namespace Hub.Register.Lookup;

/// <summary>Why an office is closed at a moment.</summary>
public enum ClosedBy
{
    /// <summary>It is outside its hours.</summary>
    Hours,

    /// <summary>It is one of its holidays.</summary>
    Holiday,

    /// <summary>A temporary notice says so.</summary>
    Notice,
}

/// <summary>Whether an office can be reached at a moment, and until or from when. Times are those of its own clock.</summary>
public abstract record Opening
{
    /// <summary>The kind of temporary notice that closes an office.</summary>
    public const string Closure = "CLOSURE";

    private Opening()
    {
    }

    /// <summary>Somebody answers day and night.</summary>
    public sealed record DayAndNight : Opening;

    /// <summary>It is open.</summary>
    /// <param name="Closes">Until then.</param>
    public sealed record OpenUntil(DateTimeOffset Closes) : Opening;

    /// <summary>It is closed.</summary>
    /// <param name="Opens">Until then.</param>
    /// <param name="By">Why.</param>
    public sealed record OpensAt(DateTimeOffset Opens, ClosedBy By) : Opening;

    /// <summary>It is closed, and nobody knows when it opens.</summary>
    /// <param name="By">Why.</param>
    public sealed record Closed(ClosedBy By) : Opening;

    /// <summary>Its hours, or where its clock is, are not known.</summary>
    public sealed record Unknown : Opening;

    /// <summary>Whether somebody can be reached at a moment: day and night, or by the office's own hours and clock.</summary>
    public static Opening Of(AuthorityRestricted authority, DateTimeOffset at) =>
        IsReachedAroundTheClock(authority) ? new DayAndNight() : OfOffice(authority, at);

    /// <summary>The same of its office alone, whoever may be reached beside it.</summary>
    public static Opening OfOffice(AuthorityRestricted authority, DateTimeOffset at) => OfficeClock.Of(authority)?.At(at) ?? new Unknown();

    /// <summary>Whether it is open at a moment, or can be reached day and night.</summary>
    public static bool IsOpen(AuthorityRestricted authority, DateTimeOffset at) =>
        IsReachedAroundTheClock(authority) || OfficeClock.Of(authority)?.IsOpen(at) == true;

    /// <summary>Whether somebody answers day and night.</summary>
    public static bool IsReachedAroundTheClock(AuthorityRestricted authority) =>
        authority.OutOfHoursReach == true || NumberDayAndNight(authority) is not null;

    /// <summary>The number at which somebody answers day and night, that for urgent cases first; null where there is none.</summary>
    public static Phone? NumberDayAndNight(AuthorityRestricted authority) => new[] { authority.UrgentProcedure?.Phone }
        .Concat(authority.Phones ?? []).FirstOrDefault(p => p?.Purpose == PhonePurpose.AroundTheClock);
}
