using Hub.EndToEnd.Tests.Running;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Attacks;

/// <summary>Rounds of a hundred changed inputs each.</summary>
internal static class Mutating
{
    private const int InARound = 100;

    // A State of the network that its good notices name, and the State whose mails the corpus has.
    private const string State = "SEN";
    private const string MailState = "XAA";
    private static readonly string[] Attacked = ["notices", "documents", "mailbox"];

    public static async Task Run(RunningHub hub, int seed, int rounds, ITestOutputHelper output)
    {
        var (mission, office) = (await hub.Mission(MailState), await hub.Office(State));
        var inputs = await MutatedInputs.Of(seed, hub, State, mission);
        var attack = new Attack(hub, office, State, mission);
        await using var watch = new ProcessWatch(hub);
        await attack.Begin();
        var failures = await Failures(hub);
        for (var round = 0; round < rounds; round++)
        {
            await attack.Send(Enumerable.Range(round * InARound, InARound).Select(i => inputs[i]));
            await attack.GoodOnesBehindAreDealtWith($"{seed}-{round}");
        }
        await attack.EachIsDealtWith();

        watch.FunctionsAreTheSame();
        Assert.Equal("ok", (string?)(await hub.Nobody.Get("healthz")).Expect(200).Json["status"]);
        Assert.Equal(failures, await Failures(hub));
        output.WriteLine(
            $"{rounds * InARound} inputs: {attack.Accepted.Count} notices taken, {attack.Mails} mails; functions {watch.Functions >> 20} MB "
            + $"at most, {watch.ReadersSeen} readers with {watch.Readers >> 20} MB at most");
        Assert.InRange(watch.Functions, 1, ProcessWatch.MostOfFunctions);
        Assert.InRange(watch.Readers, 1, ProcessWatch.MostMemory);
    }

    // Nothing of it is an error of the hub's. Whether the channels have their share of a busy machine is none of this test's business.
    private static async Task<IEnumerable<string>> Failures(RunningHub hub) =>
        (await hub.Secretariat.Get("api/failures")).Expect(200).Json["items"]!.AsArray()
            .Where(f => Attacked.Contains((string?)f!["queue"])).Select(f => $"{f!["queue"]} {f["body"]}: {f["reason"]}");
}
