using System.Text.Json.Nodes;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;

namespace Hub.Notices.Rules;

/// <summary>Who may say what.</summary>
internal static class SenderRules
{
    private const int DaysOfPrecedence = 30;

    /// <summary>An authority does not designate itself: its mission or ministry confirms (I7).</summary>
    public static IEnumerable<Problem> V01SelfNomination(RuleContext c) =>
        from change in c.Changes
        where !c.Sender.IsOfficialChannel && change.Change.ChangesDesignation()
        select new Problem(ProblemCode.V01, change.Pointer, Outcome.Hold, []);

    /// <summary>
    /// What mission and authority lately said of one field differs. The official channel prevails: the authority is asked, the mission is
    /// told.
    /// </summary>
    public static IEnumerable<Problem> V20DiffersFromMission(RuleContext c)
    {
        foreach (var (amend, pointer) in c.Of<Change.Amend>())
        {
            var record = c.Register.Authorities[amend.RecordId];
            var recent = record.Upkeep.LastChangedOn.AddDays(DaysOfPrecedence) > c.Received.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            if (!recent || Conflict(c.Sender.Role, record.Secretariat.SetBy) is not { } outcome)
                continue;
            var present = record.Form();
            foreach (var (field, value) in amend.Set)
                if (record.Secretariat.LastFields?.Contains(field) == true && !JsonNode.DeepEquals(present[field], value))
                    yield return new(ProblemCode.V20, $"{pointer}/set/{field}", outcome, [field]);
        }
    }

    private static Outcome? Conflict(OfficeRole? sender, OfficeRole? before) => (sender, before) switch
    {
        (OfficeRole.Authority, OfficeRole.Mission or OfficeRole.Ministry) => Outcome.Query,
        (OfficeRole.Mission or OfficeRole.Ministry, OfficeRole.Authority) => Outcome.Warn,
        _ => null,
    };
}
