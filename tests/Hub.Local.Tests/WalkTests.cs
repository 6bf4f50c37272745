using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Local.Tests;

/// <summary>What the README and its first document tell a newcomer to run, run as a newcomer does.</summary>
[Trait("Category", "Long")]
public sealed partial class WalkTests : IDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("hub-walk-");

    [Theory]
    [InlineData("demo")]
    [InlineData("demo", "mail")]
    [InlineData("demo", "partners")]
    public async Task A_demo_shows_everything_that_it_says(params string[] arguments)
    {
        string[] elsewhere = arguments is ["demo", "partners"] ? [] : ["--data", _root.FullName];
        await Demo([.. arguments, .. elsewhere]);
    }

    [Fact]
    public async Task The_commands_of_the_first_notice_bring_it_into_the_directory_after_a_demo_too()
    {
        await using var up = HubProgram.Start("up", "--empty", "--data", _root.FullName, "--port-base", $"{HubProgram.FreeBase()}");
        await up.Wrote("Ctrl-C stops it", Within);
        await Demo("demo", "--data", _root.FullName);

        var script = Path.Combine(_root.FullName, "first-notice.sh");
        const string seen = "call reader $HUB/api/authorities/$RECORD | field .phones[1].number";
        await File.WriteAllTextAsync(script, $"set -eu\n{string.Join('\n', Commands())}\n{seen}\n");
        await using var walk = ChildProcess.Start("bash", [script]);
        Assert.True(await walk.Ended(Within) == 0, walk.Output);
        Assert.False(Refusal().IsMatch(walk.Output), walk.Output);
        Assert.EndsWith("+9991555011", walk.Output.Trim(), StringComparison.Ordinal);
        up.Terminate();
        await up.Ended(Within);
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static async Task Demo(params string[] arguments)
    {
        await using var demo = HubProgram.Start(arguments);
        Assert.True(await demo.Ended(Within) == 0, demo.Output);
    }

    // As they stand there, but for the folder, which that text says to set.
    private IEnumerable<string> Commands() => Block().Matches(File.ReadAllText(Repository.PathTo("docs", "first-notice.md")))
        .Select(m => m.Groups[1].Value.Replace("DATA=.hub ", $"DATA={_root.FullName} ", StringComparison.Ordinal));

    [GeneratedRegex("^```bash\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // A refusal of the API is a document of its own, with the HTTP status in it.
    [GeneratedRegex("\"status\":\\s*[45][0-9][0-9]")]
    private static partial Regex Refusal();
}
