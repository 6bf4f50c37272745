using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Functions.Tests.Guards;

/// <summary>Whoever works on something that is decided has nothing left to work on, whichever way it was decided.</summary>
public sealed class DecisionGuardTests
{
    [Fact]
    public void Whatever_takes_a_decision_ends_the_work_on_what_it_is_about()
    {
        var deciding = System.IO.Directory.GetFiles(Repository.PathTo("functions", "Hub.Functions"), "*.cs", SearchOption.AllDirectories)
            .Select(f => (Name: Path.GetFileName(f), Code: File.ReadAllText(f)))
            .Where(f => Regex.IsMatch(f.Code, @"\b(decisions\.Decide|entered\.Accept)\(")).ToList();
        Assert.Equal(
            ["DecideMail.cs", "DecideMailPages.cs", "DecideNotice.cs", "DecideNoticePages.cs", "EnterNoticePages.cs"],
            deciding.Select(f => f.Name).Order());
        Assert.All(deciding, f => Assert.Contains("handlings.End(", f.Code, StringComparison.Ordinal));
    }
}
