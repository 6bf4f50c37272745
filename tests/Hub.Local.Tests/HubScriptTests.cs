using Hub.LocalProcesses;

namespace Hub.Local.Tests;

/// <summary>What ./hub says before it builds anything.</summary>
public sealed class HubScriptTests
{
    [Theory]
    [InlineData("up --port-base abc", "--port-base abc: a number is wanted")]
    [InlineData("up --bogus", "'up' does not take '--bogus'")]
    [InlineData("up --data", "--data needs a value")]
    [InlineData("up --data README.md", "--data README.md: that is a file; a folder is wanted")]
    [InlineData("demo foo", "'demo' does not take 'foo'")]
    [InlineData("demo editions --hub http://127.0.0.1:1", "'demo editions' does not take '--hub': it runs a hub of its own")]
    [InlineData("demo partners --data .hub", "'demo partners' does not take '--data': it runs a hub of its own")]
    [InlineData("publish --resend", "--resend needs a value")]
    [InlineData("erase", "'erase' wants --request FILE, or --show ID")]
    [InlineData("erase --request docs", "--request docs: there is no such file")]
    [InlineData("test --mutation Everything", "'test' does not take 'Everything'")]
    [InlineData("test --all --mutation", "'test' does not take '--mutation'")]
    [InlineData("nothing", "there is no 'nothing'")]
    public async Task A_wrong_command_line_is_told_before_anything_is_built(string arguments, string expected)
    {
        await using var hub = ChildProcess.Start("bash", [Repository.PathTo("hub"), .. arguments.Split(' ')]);
        Assert.Equal(2, await hub.Ended(TimeSpan.FromSeconds(30)));
        Assert.Contains($"./hub: {expected}", hub.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Building", hub.Output, StringComparison.Ordinal);
    }
}
