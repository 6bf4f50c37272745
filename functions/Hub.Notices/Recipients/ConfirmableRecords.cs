using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Notices.Recipients;

/// <summary>The records that a recipient can confirm: an authority its own, a mission those of its State.</summary>
public static class ConfirmableRecords
{
    /// <summary>Those in force on a day, in the order of their ids.</summary>
    public static IEnumerable<Authority> Of(Recipient recipient, RegisterSnapshot register, DateOnly day) =>
        register.Of(recipient.State)
            .Where(a => MayConfirm(recipient, a) && a.Upkeep.Status != RecordStatus.Withdrawn && a.Restricted.IsInForce(day));

    /// <summary>Whether a recipient can confirm a record (R7, I7).</summary>
    public static bool MayConfirm(Recipient recipient, Authority record) =>
        record.State() == recipient.State
        && (recipient.RecordId() is { } own ? own == record.Id : recipient.Role is OfficeRole.Mission or OfficeRole.Ministry);
}
