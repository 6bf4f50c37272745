using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

public sealed class ProgramTests
{
    private static readonly string Catalogue = Repository.PathTo("infra", "queues.json");

    [Fact]
    public async Task It_says_when_it_is_ready_and_stops_in_order()
    {
        await using var broker = await LocalBroker.Start();

        Assert.Contains($"Broker ready on 127.0.0.1:{broker.Port}: failures, notices, mail,", broker.Output, StringComparison.Ordinal);
        Assert.Equal(0, await broker.Stop());
        Assert.Contains("Broker stopped", broker.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_in_order_while_clients_are_connected()
    {
        await using var bus = await Bus.Start();
        var waiting = Record.ExceptionAsync(() => bus.Receiver().ReceiveMessageAsync(Bus.Soon));
        await bus.Send("x");

        Assert.Equal(0, await bus.Broker.Stop());
        await waiting;
    }

    [Theory]
    [InlineData("--port is missing.", "--queues", "x.json")]
    [InlineData("--queues is missing.", "--port", "5672")]
    [InlineData("--port x is not a port", "--port", "x", "--queues", "x.json")]
    [InlineData("--port 70000 is not a port", "--port", "70000", "--queues", "x.json")]
    [InlineData("--port 0 is not a port", "--port", "0", "--queues", "x.json")]
    [InlineData("--prot is not an option; there are --port,", "--prot", "1")]
    [InlineData("--port has no value.", "--port")]
    [InlineData("--lock-seconds 0: a number above 0", "--port", "1", "--queues", "x", "--lock-seconds", "0")]
    [InlineData("--lock-seconds -1: a number above 0", "--port", "1", "--queues", "x", "--lock-seconds", "-1")]
    [InlineData("--lock-seconds 301: a number above 0", "--port", "1", "--queues", "x", "--lock-seconds", "301")]
    public void A_command_line_that_is_not_understood_is_refused(string problem, params string[] arguments) =>
        Assert.StartsWith(problem, Assert.Throws<ArgumentException>(() => Arguments.Parse(arguments)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("--port x is not a port", "--port", "x", "--queues", "x.json")]
    [InlineData("The queue catalogue nowhere.json: Could not find file", "--port", "5672", "--queues", "nowhere.json")]
    public async Task What_is_wrong_at_the_start_is_said_with_exit_code_2(string problem, params string[] arguments)
    {
        await using var process = ChildProcess.Start("dotnet", [Repository.Built("tools", "Hub.Broker"), .. arguments]);

        Assert.Equal(2, await process.Ended(Bus.Soon));
        await process.Wrote(problem);
        await process.Wrote("Usage: Hub.Broker");
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said_so()
    {
        await using var first = await LocalBroker.Start();
        await using var second = ChildProcess.Start(
            "dotnet", [Repository.Built("tools", "Hub.Broker"), "--port", $"{first.Port}", "--queues", Catalogue]);

        Assert.Equal(1, await second.Ended(Bus.Soon));
        await second.Wrote($"The broker cannot listen on port {first.Port}: Address already in use.");
    }
}
