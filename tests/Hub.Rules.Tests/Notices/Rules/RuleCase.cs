using System.Text.Json.Nodes;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Notices.Rules;

/// <summary>Asserts what one rule says of a notice.</summary>
internal static class RuleCase
{
    public static void Trips(
        JsonObject notice, ProblemCode code, Outcome outcome, string field, Caller? sender = null, Reference? reference = null)
    {
        var found = Of(notice, code, sender, reference);
        Assert.True(found.Count == 1, $"{code} found {found.Count} times: {string.Join(", ", found.Select(p => p.Field))}");
        Assert.Equal((outcome, field), (found[0].Outcome, found[0].Field));
    }

    public static void Passes(JsonObject notice, ProblemCode code, Caller? sender = null, Reference? reference = null)
    {
        Assert.Empty(Of(notice, code, sender, reference));
        Assert.NotEqual(Outcome.Refuse, Sample.Read(notice, sender, reference).Gravest);
    }

    /// <summary>A register whose record was last changed by an office of the State, some days ago.</summary>
    public static Reference SetBy(OfficeRole office, int daysAgo, DateOnly? noteDate = null, params string[] fields)
    {
        var record = Sample.Authority();
        return Sample.Reference(record with
        {
            Upkeep = record.Upkeep with { LastChangedOn = Sample.Now.AddDays(-daysAgo) },
            Secretariat = new() { SetBy = office, LastFields = fields, NoteDate = noteDate },
        });
    }

    private static List<Problem> Of(JsonObject notice, ProblemCode code, Caller? sender, Reference? reference) =>
        [.. Sample.Read(notice, sender, reference).Problems.Where(p => p.Code == code)];
}
