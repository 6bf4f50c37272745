using Hub.Register.Records;

namespace Hub.Register.Lookup;

/// <summary>Whether an office is open.</summary>
public static class Opening
{
    /// <summary>Whether it is open at a moment, by its own hours and clock, or can be reached day and night.</summary>
    public static bool IsOpen(AuthorityRestricted authority, DateTimeOffset at)
    {
        if (IsReachedAroundTheClock(authority))
            return true;
        if (authority.TimeZone is null || !TimeZoneInfo.TryFindSystemTimeZoneById(authority.TimeZone, out var zone))
            return false;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return authority.OfficeHours?.Any(h => h.Day == local.DayOfWeek && h.IsOpenAt(time)) == true;
    }

    private static bool IsReachedAroundTheClock(AuthorityRestricted authority) => authority.OutOfHoursReach == true
        || (authority.Phones ?? []).Append(authority.UrgentProcedure?.Phone).Any(p => p?.Purpose == PhonePurpose.AroundTheClock);
}
