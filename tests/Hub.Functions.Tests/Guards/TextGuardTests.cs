namespace Hub.Functions.Tests.Guards;

/// <summary>Nobody calls what throws on texts that Unicode does not allow, but those few that catch it.</summary>
public sealed class TextGuardTests
{
    private static readonly Dictionary<string, string[]> Throwing = new()
    {
        ["System.String.Normalize"] = ["SafeText"],
        ["System.String.IsNormalized"] = [],
        ["System.StringNormalizationExtensions.Normalize"] = [],
        ["System.StringNormalizationExtensions.IsNormalized"] = [],
        ["System.Globalization.IdnMapping.GetAscii"] = ["DomainName"],
        ["System.Globalization.IdnMapping.GetUnicode"] = ["DomainName"],
        ["System.Char.ConvertToUtf32"] = [],
    };

    [Fact]
    public void What_throws_on_a_strangers_text_is_called_in_one_place()
    {
        Assert.True(HubAssemblies.Files.Count >= 5, string.Join(", ", HubAssemblies.Files));
        var calls = HubAssemblies.Calls((member, _) => Throwing.ContainsKey(member)).ToList();
        Assert.Contains(("SafeText", "System.String.Normalize"), calls);
        Assert.DoesNotContain(calls, c => !Throwing[c.Member].Contains(c.Caller));
    }
}
