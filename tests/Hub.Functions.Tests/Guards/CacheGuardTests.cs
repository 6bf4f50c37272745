using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Functions.Tests.Guards;

/// <summary>What is not for everybody is kept nowhere: a browser's store outlives the key that opened it.</summary>
public sealed class CacheGuardTests
{
    [Fact]
    public void An_answer_is_for_everybody_to_keep_or_for_nobody()
    {
        var said = System.IO.Directory.GetFiles(Repository.PathTo("functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Regex.Matches(File.ReadAllText(f), "CacheControl = (.*?);")).Select(m => m.Groups[1].Value).ToList();
        Assert.InRange(said.Count, 10, int.MaxValue);
        Assert.All(
            said.SelectMany(s => Regex.Matches(s, "\"(.*?)\"")).Select(m => m.Groups[1].Value),
            value => Assert.True(value == "no-store" || value.StartsWith("public, max-age=", StringComparison.Ordinal), value));
    }
}
