using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Local.Publishing;
using Hub.Local.Running;
using Hub.LocalProcesses;

namespace Hub.Local.Demo.Editions;

/// <summary>The plan, the trouble, the sending, and what came of it.</summary>
internal sealed class EditionDemo(Session session, LocalHub hub, EditionsOptions options)
{
    private static readonly TimeSpan Settles = TimeSpan.FromMinutes(3);

    public async Task Play()
    {
        await Eventually.True(Rests, "the mail has read the log to its end", Settles);
        session.Step("The plan (POST /api/editions?dryRun=true)");
        var asked = TimeProvider.System.GetUtcNow();
        var plan = EditionPlanView.Of(
            (await session.First.Post("api/editions?dryRun=true", new JsonObject())).Required(), asked, options.Speed);
        plan.Show(session.Screen);

        session.Step("What is to go wrong");
        var trouble = new Trouble(session, hub, options.Seed);
        await trouble.Arm();

        session.Step("Published (POST /api/editions), and followed");
        var clock = Stopwatch.StartNew();
        (await session.First.Post("api/editions", new JsonObject { ["confirmation"] = plan.Confirmation })).Required();
        using var over = new CancellationTokenSource();
        var crashes = trouble.Crash(plan.Takes, over.Token);
        var correspondence = new Correspondence(session, options.Speed);
        var writing = correspondence.Write(over.Token);
        var finished = await new Progress(session, plan).Follow(clock);
        await over.CancelAsync();
        await Task.WhenAll(crashes, writing);

        session.Step("The plan beside what happened");
        await trouble.Disarm();
        await new Verdict(session, plan, trouble, correspondence, finished).Show();
    }

    private async Task<bool> Rests() => (long)(await RunningHub.Health(hub.Address))!["eventsBehind"]!["mail"]! == 0;
}

/// <summary>Asks the mailbox how many mails went, until the plan's number did.</summary>
internal sealed class Progress(Session session, EditionPlanView plan)
{
    private const double Patience = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>When the last mail went; null where it did not in three times the planned time.</summary>
    public async Task<TimeSpan?> Follow(Stopwatch clock)
    {
        while (clock.Elapsed < Patience * plan.Takes)
        {
            var sent = await Sent();
            session.Screen.Progress($"{sent} of {plan.Mails} mails,", sent, plan.Mails);
            if (sent >= plan.Mails)
                return clock.Elapsed;
            await Task.Delay(Pause);
        }
        return null;
    }

    // Replies are counted too, until it matters.
    private async Task<int> Sent() =>
        (int)(await session.Mailbox.GetFromJsonAsync<JsonNode>("control/stats"))!["sent"]! is var all && all < plan.Mails
            ? all
            : (await SentMail.All(session.Mailbox)).Count(m => !m.IsReply);
}
