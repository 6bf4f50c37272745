using Hub.Infra.Tests.Rules;

namespace Hub.Infra.Tests;

/// <summary>Mistakes are made in a copy of infra/, and found.</summary>
public sealed class MistakeTests
{
    public static TheoryData<string> Names => [.. Mistake.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_found(string name)
    {
        var mistake = Mistake.All.Single(m => m.Name == name);
        Assert.NotEmpty(AllRules.ByName[mistake.Rule].Findings(Templates.With(mistake)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_one_that_can_be_made(string name)
    {
        var mistake = Mistake.All.Single(m => m.Name == name);
        Assert.Contains(mistake.Right, Templates.Infra.Find(mistake.File)!.Text, StringComparison.Ordinal);
        Assert.Empty(AllRules.ByName["Hub.Syntax"].Find(Templates.With(mistake)));
    }
}
