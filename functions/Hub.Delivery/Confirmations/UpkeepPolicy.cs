using Hub.Register.Records;

namespace Hub.Delivery.Confirmations;

/// <summary>
/// How long a record is taken to be right (V28): its State is asked after a year, again every month, and three months later it is shown as
/// not confirmed. What was never confirmed counts from its last change.
/// </summary>
public static class UpkeepPolicy
{
    /// <summary>Months after which it is to be confirmed.</summary>
    public const int MonthsUntilDue = 12;

    /// <summary>Months after which it is not confirmed.</summary>
    public const int MonthsUntilUnconfirmed = 15;

    private const int MonthsOfReminders = 16;
    private const int DaysBetweenReminders = 30;

    /// <summary>The day on which a record was last known to be right, UTC.</summary>
    public static DateOnly LastConfirmed(AuthorityUpkeep upkeep) =>
        DateOnly.FromDateTime((upkeep.LastConfirmedOn ?? upkeep.LastChangedOn).UtcDateTime);

    /// <summary>Whether a record is to be confirmed.</summary>
    public static bool IsDue(AuthorityUpkeep upkeep, DateOnly day) => LastConfirmed(upkeep).AddMonths(MonthsUntilDue) <= day;

    /// <summary>Whether a record counts as not confirmed.</summary>
    public static bool IsUnconfirmed(AuthorityUpkeep upkeep, DateOnly day) =>
        upkeep.Status == RecordStatus.NonConfirmed
        || (upkeep.Status != RecordStatus.Withdrawn && LastConfirmed(upkeep) < day.AddMonths(-MonthsUntilUnconfirmed));

    /// <summary>Where a record stands on a day. Nothing in the register changes for it: it follows from the day (I2).</summary>
    public static RecordStatus StatusOn(AuthorityUpkeep upkeep, DateOnly day) =>
        IsUnconfirmed(upkeep, day) ? RecordStatus.NonConfirmed : upkeep.Status;

    /// <summary>
    /// Whether a recipient is to be asked about a record that is due, having been asked last on a day: every month at first, then once a
    /// year.
    /// </summary>
    public static bool IsToBeAsked(AuthorityUpkeep upkeep, DateOnly? asked, DateOnly day)
    {
        if (!IsDue(upkeep, day))
            return false;
        // Asked before it was confirmed last is not asked.
        if (asked is not { } last || last < LastConfirmed(upkeep).AddMonths(MonthsUntilDue))
            return true;
        return LastConfirmed(upkeep).AddMonths(MonthsOfReminders) > day
            ? last.AddDays(DaysBetweenReminders) <= day
            : last.AddMonths(MonthsUntilDue) <= day;
    }
}
