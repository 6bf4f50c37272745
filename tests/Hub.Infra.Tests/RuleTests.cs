using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

public sealed class RuleTests
{
    public static TheoryData<string> Names => [.. AllRules.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_holds(string rule) => Assert.Empty(
        new[] { Infra.Pilot, Infra.Production }.SelectMany(AllRules.ByName[rule].Findings).Select(f => $"{f.Place}: {f.Text}").Distinct());

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_finds_what_is_wrong(string rule) => Assert.NotEmpty(AllRules.ByName[rule].Find(AllRules.ByName[rule].Wrong));

    [Fact]
    public void At_least_forty_of_them_are_rules_of_PSRule_for_Azure()
    {
        // Own rules begin with Hub.
        var theirs = AllRules.ByName.Keys.Where(n => !n.StartsWith("Hub.", StringComparison.Ordinal)).ToList();
        Assert.True(theirs.Count >= 40, $"{theirs.Count}");
    }

    [Fact]
    public void Every_suppression_is_still_needed() => Assert.All(AllRules.Suppressed.Keys, key =>
        Assert.Contains(AllRules.ByName[key.Rule].Find(Infra.Production), f => f.Place == key.Place));

    [Fact]
    public void Every_type_that_a_rule_is_about_is_there() => Assert.All(
        typeof(Types).GetFields().Select(f => (string)f.GetRawConstantValue()!), type => Assert.NotEmpty(Infra.Production.All(type)));
}
