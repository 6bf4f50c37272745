using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Notices.Recipients;

/// <summary>The records that a reader can confirm: an authority its own, a mission those of its State.</summary>
public static class ConfirmableRecords
{
    /// <summary>Those in force on a day, in the order of their ids.</summary>
    public static IEnumerable<Authority> Of(Reader reader, RegisterSnapshot register, DateOnly day) =>
        register.Of(reader.State)
            .Where(a => MayConfirm(reader, a) && a.Upkeep.Status != RecordStatus.Withdrawn && a.Restricted.IsInForce(day));

    /// <summary>Whether a reader can confirm a record (R7, I7).</summary>
    public static bool MayConfirm(Reader reader, Authority record) =>
        record.State() == reader.State
        && (reader.RecordId() is { } own ? own == record.Id : reader.Role is OfficeRole.Mission or OfficeRole.Ministry);
}
