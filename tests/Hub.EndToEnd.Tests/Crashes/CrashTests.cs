using System.Diagnostics;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.Testing;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>The whole hub under load while its functions are killed: what it promised, it does, once and in order.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Seed = 20250314;
    private static readonly string[] States = ["SEN", "GHA", "NGA", "BEN", "TGO", "CIV", "MLI", "NER", "GIN", "CPV"];
    private static readonly string[] Unfinished = ["RECEIVED", "REVIEW", "SECOND_REVIEW", "APPROVED", "QUERY", "HELD"];
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public Task Killed_again_and_again_under_load_the_hub_loses_nothing_doubles_nothing_and_keeps_the_order() =>
        Crash(kills: 7, noticesOfAState: 8);

    [Fact]
    [Trait("Category", "Long")]
    public Task Its_functions_killed_fifty_times_and_its_broker_twenty_the_hub_loses_nothing_doubles_nothing_and_keeps_the_order() =>
        Crash(kills: 70, noticesOfAState: 26);

    private async Task Crash(int kills, int noticesOfAState)
    {
        await using var hub = await RunningHub.Start(new LocalHubOptions { Speed = 600, LeaseSeconds = 3, LockSeconds = 3 });
        await Receivers.Subscribe(hub);
        await Receivers.Misbehave(hub);
        var (ledger, clock) = (new Ledger(), Stopwatch.StartNew());
        var killer = new Killer(hub.Local, ledger, Seed, kills);

        await Work(hub, ledger, killer, noticesOfAState);
        var worked = clock.Elapsed;
        await hub.AllSent(Longest);

        var proofs = await Proofs.Collect(hub, ledger);
        var sent = await hub.Sent();
        output.WriteLine(
            $"{killer.Done} kills, {ledger.Promises.Count} notices ({proofs.Count("COMMITTED")} committed, "
            + $"{proofs.Count("DUPLICATE")} duplicates, {proofs.Count("REJECTED")} rejected), {ledger.Repeats} repeats, "
            + $"{proofs.Events.Count} events, {sent.Count} mails; worked {worked.TotalSeconds:0} s, "
            + $"quiet after {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(
            killer.Done >= kills && ledger.Promises.Count >= noticesOfAState * States.Length, "The test did not do what it is for.");
        await proofs.EveryPromiseIsKept(ledger);
        await proofs.NothingWasKeptTwice(States);
        await proofs.TheLogIsWhole(ledger);
        proofs.EveryReaderGotEachMailOnce(sent);
        await proofs.EveryEndpointGotEveryEventInOrder();
    }

    private static async Task Work(RunningHub hub, Ledger ledger, Killer killer, int noticesOfAState)
    {
        var first = new Reviewer(await hub.Reviewer("first"), "REVIEW");
        var second = new Reviewer(await hub.Reviewer("second"), "SECOND_REVIEW", "QUERY");
        var desks = new List<StateDesk>();
        foreach (var state in States)
            desks.Add(new(hub, state, new(await hub.Office(state), state, ledger), noticesOfAState));
        var reviewed = new TaskCompletionSource();
        var reviewing = Task.WhenAll(first.Run(() => !reviewed.Task.IsCompleted), second.Run(() => !reviewed.Task.IsCompleted));

        await Beside(reviewing, Task.WhenAll(desks.Select(d => d.Designate())));
        // Shared out over the kills, so that there is work under way at each of them.
        var submitting = desks
            .Select((d, at) => d.Run(i => killer.IsPast((i * desks.Count + at) / (double)(noticesOfAState * desks.Count))))
            .Append(Correct(new(hub.Secretariat, "secretariat", ledger)));
        await Beside(reviewing, Task.WhenAll(submitting.Append(killer.Run())));
        await Beside(reviewing, Eventually.True(() => NothingWaits(hub), "every notice is decided and committed", Longest));
        reviewed.SetResult();
        await reviewing;
    }

    // The reviewers end only when they are told to, or with a failure, which is then the test's at once.
    private static async Task Beside(Task reviewing, Task work) => await await Task.WhenAny(work, reviewing);

    private static async Task Correct(Submitter secretariat)
    {
        for (var i = 0; i < 10; i++)
            await secretariat.Submit(Notices.Correction("arin-wa", $"Correction {i}", States[i], States[(i + 3) % States.Length]));
    }

    private static async Task<bool> NothingWaits(RunningHub hub)
    {
        foreach (var status in Unfinished)
            if ((await Reviewer.Waiting(hub.Secretariat, status)).Count > 0)
                return false;
        return true;
    }
}
