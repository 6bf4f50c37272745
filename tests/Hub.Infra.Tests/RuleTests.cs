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
    public void Every_suppression_is_still_needed() => Assert.All(AllRules.Suppressed.Keys, key =>
        Assert.Contains(AllRules.ByName[key.Rule].Find(Templates.Infra), f => f.Place == key.Place));
}
