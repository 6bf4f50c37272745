using System.Text.Json.Nodes;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using static Hub.Rules.Tests.Notices.Rules.RuleCase;

namespace Hub.Rules.Tests.Notices.Rules;

/// <summary>What nobody writes by hand, and no row of a table holds.</summary>
public sealed class LimitRuleTests
{
    private static readonly string[] Fields = ["comments", "timeLimits", "treatiesList", "maritime", "firearms"];
    private static readonly string Longest = new('ж', LongText.Most);

    [Theory]
    [InlineData("parentInstitution")]
    [InlineData("publicHolidays")]
    [InlineData("urgentProcedure", "text")]
    public void F05_refuses_a_text_that_is_too_long_where_it_stands(string field, string? within = null)
    {
        Passes(Sample.Amending(Set(Longest)), ProblemCode.F05);
        var pointer = within is null ? field : $"{field}/{within}";
        Trips(Sample.Amending(Set(Longest + "x")), ProblemCode.F05, Outcome.Refuse, $"/changes/0/set/{pointer}");
        Trips(Sample.Designating(Set(Longest + "x")), ProblemCode.F05, Outcome.Refuse, $"/changes/0/authority/{pointer}");

        string Set(string text) => new JsonObject
        {
            [field] = within is null ? text : new JsonObject { [within] = text },
        }.ToJsonString();
    }

    [Fact]
    public void F05_refuses_a_text_outside_of_a_record_too() => Trips(
        Sample.Designating(notice: $$"""{"officialRef":"{{Longest}}x"}"""), ProblemCode.F05, Outcome.Refuse, "/officialRef");

    [Fact]
    public void F05_refuses_a_record_that_its_row_could_not_hold_and_a_change_that_makes_it_one()
    {
        var texts = new JsonObject(
            Fields.Select(f => KeyValuePair.Create(f, (JsonNode?)Longest)));
        Trips(Sample.Designating(texts.ToJsonString()), ProblemCode.F05, Outcome.Refuse, "/changes/0/authority");
        Trips(Sample.Amending(texts.ToJsonString()), ProblemCode.F05, Outcome.Refuse, "/changes/0/set");
        texts.Remove("firearms");
        Passes(Sample.Amending(texts.ToJsonString()), ProblemCode.F05);
    }

    [Fact]
    public void Of_thousands_of_unknown_fields_a_hundred_are_said_and_the_rest_are_counted()
    {
        var fields = new JsonObject(Enumerable.Range(0, 20_000).Select(i => KeyValuePair.Create($"field{i}", (JsonNode?)i)));
        var problems = new List<Problem>();
        Assert.Null(new FormParser(problems).Read<AuthorityPublic>(fields, "/it"));
        Assert.Equal(ProblemLists.Most, problems.Count(p => p.Code == ProblemCode.F02));
        Assert.Equal(Problem.Refuse(ProblemCode.F08, "/it", "19900"), Assert.Single(problems, p => p.Code == ProblemCode.F08));

        var found = Sample.Read(Sample.Designating(notice: fields.ToJsonString())).Problems;
        Assert.Equal((ProblemLists.Most + 1, ProblemCode.F08), (found.Count, found[^1].Code));
    }

    [Fact]
    public void Of_thousands_of_names_five_hundred_are_read()
    {
        var names = new JsonObject(Enumerable.Range(0, 20_000).Select(i => KeyValuePair.Create($"x{i}", (JsonNode?)i)));
        var problems = new List<Problem>();
        new FormParser(problems).Read<AuthorityRestricted>(new JsonObject { ["authorityName"] = names }, "");
        Assert.Equal(FormParser.MostItems, problems.Count(p => p.Code == ProblemCode.F03));
        Assert.Contains(Problem.Refuse(ProblemCode.F05, "/authorityName", "20000", $"{FormParser.MostItems}"), problems);
    }
}
