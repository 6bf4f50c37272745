using Hub.LocalProcesses;

namespace Hub.Simulators.Tests;

public sealed class ProgramTests
{
    private static readonly string Program = typeof(Arguments).Assembly.Location;

    [Fact]
    public async Task Only_the_simulators_named_are_started_and_said_so()
    {
        var port = Loopback.FreePorts(1)[0];
        await using var process = ChildProcess.Start("dotnet", [Program, "--mailbox-url", $"http://127.0.0.1:{port}", "--speed", "60"]);

        await process.Wrote("Simulators ready");

        Assert.Contains($"Mailbox: http://127.0.0.1:{port}", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Partner:", process.Output, StringComparison.Ordinal);
        process.Terminate();
        Assert.Equal(0, await process.Ended(TimeSpan.FromSeconds(20)));
    }

    [Theory]
    [InlineData("--mailbox", "--mailbox is not an option")]
    [InlineData("--speed=0", "--speed 0 is not a number above zero")]
    [InlineData("--data", "--data has no value")]
    public void A_command_line_that_is_not_understood_is_refused(string argument, string problem)
    {
        var error = Assert.Throws<ArgumentException>(() => Arguments.Parse(argument.Split('=')));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }
}
