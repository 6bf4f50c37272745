using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>
/// Ten States that notify, two reviewers who decide, and the Secretariat's corrections, shared out over what is done to the hub.
/// </summary>
internal sealed class Workload(RunningHub hub, Ledger ledger, Killer killer, int noticesOfAState)
{
    /// <summary>The State that hostile notices and mails come from, whose every notice is rejected.</summary>
    public const string Attackers = "XAB";

    private static readonly string[] Unfinished = ["RECEIVED", "REVIEW", "SECOND_REVIEW", "APPROVED", "QUERY", "HELD"];

    /// <summary>How long what is under way may take once nobody disturbs it.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromMinutes(4);

    /// <summary>The States that notify.</summary>
    public static IReadOnlyList<string> States { get; } = ["SEN", "GHA", "NGA", "BEN", "TGO", "CIV", "MLI", "NER", "GIN", "CPV"];

    /// <summary>Does it all, with something else beside it, until every notice is decided.</summary>
    public async Task Run(Func<Task>? beside = null)
    {
        var first = new Reviewer(await hub.Reviewer("first"), "REVIEW");
        var second = new Reviewer(await hub.Reviewer("second"), "SECOND_REVIEW", "QUERY");
        var desks = new List<StateDesk>();
        foreach (var state in States)
            desks.Add(new(hub, state, new(await hub.Office(state), state, ledger), noticesOfAState));
        var reviewed = new TaskCompletionSource();
        var reviewing = Task.WhenAll(first.Run(() => !reviewed.Task.IsCompleted), second.Run(() => !reviewed.Task.IsCompleted));

        await Beside(reviewing, Task.WhenAll(desks.Select(d => d.Designate())));
        // Shared out over the strikes, so that there is work under way at each of them.
        var submitting = desks
            .Select((d, at) => d.Run(i => killer.IsPast((i * desks.Count + at) / (double)(noticesOfAState * desks.Count))))
            .Append(Correct(new(hub.Secretariat, "secretariat", ledger)));
        await Beside(reviewing, Task.WhenAll(submitting.Append(killer.Run()).Append(beside?.Invoke() ?? Task.CompletedTask)));
        await Beside(reviewing, EverythingIsDecided());
        reviewed.SetResult();
        await reviewing;
    }

    // The reviewers end only when they are told to, or with a failure, which is then the test's at once.
    private static async Task Beside(Task reviewing, Task work) => await await Task.WhenAny(work, reviewing);

    private static async Task Correct(Submitter secretariat)
    {
        for (var i = 0; i < 10; i++)
            await secretariat.Submit(SampleNotices.Correction("arin-wa", $"Correction {i}", States[i], States[(i + 3) % States.Count]));
    }

    private async Task EverythingIsDecided()
    {
        IReadOnlyList<string> waiting = [];
        try
        {
            await Eventually.True(
                async () => (waiting = await Waiting()).Count == 0, "every notice is decided and committed", Longest);
        }
        catch (TimeoutException e)
        {
            var failures = (await hub.Secretariat.Get("api/failures")).Expect(200).Text;
            throw new TimeoutException($"{e.Message}; these are not: {string.Join(", ", waiting)}\nFailures: {failures}", e);
        }
    }

    private async Task<IReadOnlyList<string>> Waiting()
    {
        var waiting = new List<string>();
        foreach (var status in Unfinished)
            waiting.AddRange((await Reviewer.Waiting(hub.Secretariat, status)).Select(id => $"{id} ({status})"));
        return waiting;
    }
}
