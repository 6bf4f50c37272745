using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

public sealed class RuleTests
{
    public static TheoryData<string> Names => [.. AllRules.ByName.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_holds(string rule) =>
        Assert.Empty(AllRules.ByName[rule].Findings(Templates.Infra).Select(f => $"{f.Place}: {f.Text}"));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_finds_what_is_wrong(string rule) =>
        Assert.NotEmpty(AllRules.ByName[rule].Find(Templates.Wrong(AllRules.ByName[rule])));

    [Fact]
    public void At_least_forty_of_them_are_rules_of_PSRule_for_Azure()
    {
        // Own rules begin with Hub, those of Bicep's linter with a small letter.
        var theirs = AllRules.ByName.Keys.Where(n => char.IsUpper(n[0]) && !n.StartsWith("Hub.", StringComparison.Ordinal)).ToList();
        Assert.True(theirs.Count >= 40, $"{theirs.Count}");
    }

    [Fact]
    public void Every_suppression_is_still_needed() => Assert.All(AllRules.Suppressed.Keys, key =>
        Assert.Contains(AllRules.ByName[key.Rule].Find(Templates.Infra), f => f.Place == key.Place));
}
