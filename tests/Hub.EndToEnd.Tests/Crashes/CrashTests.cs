using System.Diagnostics;
using Hub.EndToEnd.Tests.Attacks;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>
/// The whole hub under load while its functions are killed and stopped, and while changed notices, files and mails come in: what it
/// promised, it does, once and in order (I1 to I5).
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20250314;
    private static readonly TimeSpan PastItsLeases = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan[] ClocksApart = [TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(-10)];

    [Fact]
    public Task Killed_and_stopped_again_and_again_under_load_the_hub_loses_nothing_doubles_nothing_and_keeps_the_order() =>
        Crash([.. Killer.AtEverything(4), Strike.Freeze], noticesOfAState: 3, PastItsLeases, inputs: 4);

    [Fact]
    [Trait("Category", "Long")]
    public Task Its_functions_killed_fifty_times_and_its_broker_twenty_the_hub_loses_nothing_doubles_nothing_and_keeps_the_order() =>
        Crash(Killer.AtEverything(70), noticesOfAState: 26, PastItsLeases, inputs: 0);

    [Fact]
    [Trait("Category", "Long")]
    public Task Killed_thirty_times_while_a_thousand_changed_inputs_come_in_the_hub_loses_nothing_doubles_nothing_and_keeps_the_order() =>
        Crash([.. Enumerable.Repeat(Strike.Worker, 30)], noticesOfAState: 13, PastItsLeases, inputs: 1000);

    // Two halves, because a test that takes more than twenty minutes counts as one that hangs (./hub).
    [Theory]
    [Trait("Category", "Long")]
    [InlineData(1)]
    [InlineData(2)]
    public Task Stopped_five_times_for_two_minutes_the_hub_loses_nothing_doubles_nothing_and_keeps_the_order(int seed) =>
        Crash([.. Enumerable.Repeat(Strike.Freeze, 5)], noticesOfAState: 8, TwoMinutes, inputs: 250, seed);

    [Fact]
    [Trait("Category", "Long")]
    public Task Three_instances_with_clocks_apart_killed_sixty_times_and_stopped_thirty_lose_nothing_double_nothing_and_keep_the_order() =>
        Crash(Killer.AtInstances(90), noticesOfAState: 26, PastItsLeases, inputs: 0, clocks: ClocksApart);

    private async Task Crash(
        IReadOnlyList<Strike> strikes, int noticesOfAState, TimeSpan frozen, int inputs, int seed = Seed, TimeSpan[]? clocks = null)
    {
        await using var hub = await RunningHub.Start(new LocalHubOptions
        {
            Speed = 600, LeaseSeconds = 3, LockSeconds = 3, Instances = clocks?.Length ?? 1, ClocksWrongBy = clocks ?? [],
        });
        await Receivers.Subscribe(hub);
        await Receivers.Misbehave(hub);
        var (ledger, clock) = (new Ledger(), Stopwatch.StartNew());
        var killer = new Killer(hub.Local, ledger, seed, strikes, frozen);
        var mission = await hub.Mission(Workload.Attackers);
        var attack = new Attack(hub, await hub.Office(Workload.Attackers), Workload.Attackers, mission);
        var mutated = await MutatedInputs.Of(seed, hub, Workload.Attackers, mission);

        await new Workload(hub, ledger, killer, noticesOfAState).Run(
            () => attack.Send(Enumerable.Range(0, inputs).Select(i => mutated[i]), insist: true));
        var worked = clock.Elapsed;
        await hub.AllSent(Workload.Longest);
        await attack.EachIsDealtWith();

        var proofs = await Proofs.Collect(hub, ledger);
        var sent = await hub.Sent();
        output.WriteLine(
            $"{killer.Done} strikes, {ledger.Promises.Count} notices ({proofs.Count("COMMITTED")} committed, "
            + $"{proofs.Count("DUPLICATE")} duplicates, {proofs.Count("REJECTED")} rejected), {ledger.Repeats} repeats, "
            + $"{attack.Accepted.Count} changed notices and {attack.Mails} changed mails, "
            + $"{proofs.Events.Count} events, {sent.Count} mails; worked {worked.TotalSeconds:0} s, "
            + $"quiet after {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(
            killer.Done >= strikes.Count && ledger.Promises.Count >= noticesOfAState * Workload.States.Count,
            "The test did not do what it is for.");
        await proofs.EveryPromiseIsKept(ledger);
        await proofs.NothingWasKeptTwice(Workload.States);
        await proofs.TheLogIsWhole(ledger);
        proofs.EveryReaderGotEachMailOnce(sent);
        await proofs.EveryEndpointGotEveryEventInOrder();
    }
}
