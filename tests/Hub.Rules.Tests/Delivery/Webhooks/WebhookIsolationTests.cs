using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>A thousand endpoints: none waits for another.</summary>
public sealed class WebhookIsolationTests
{
    private const int Endpoints = 1000;
    private const int Events = 20;

    [Fact]
    public async Task One_that_hangs_one_that_fails_and_one_that_is_paused_hold_up_none_of_a_thousand()
    {
        var rig = new WebhookRig();
        var never = new TaskCompletionSource<Step.Failed?>();
        var ids = Enumerable.Range(0, Endpoints).Select(i => $"e{i}").ToList();
        ids.ForEach(id => rig.Make(id));
        rig.Cursors.Put(rig.CursorOf("e2") with { State = CursorState.Paused });
        rig.Register.Grow(Events);
        rig.Answer = r => r.Url == WebhookRig.Url("e0") ? never.Task
            : r.Url == WebhookRig.Url("e1") ? WebhookRig.Down(r)
            : Task.FromResult<Step.Failed?>(null);

        var runs = ids.Select(rig.Run).ToList();

        Assert.False(runs[0].IsCompleted);
        Assert.Equal((RunResult.Waiting, RunResult.NotMine), (await runs[1], await runs[2]));
        var all = Enumerable.Range(1, Events).Select(i => (long)i).ToList();
        var got = rig.Got.ToLookup(r => r.Url, r => r.Id);
        foreach (var (id, run) in ids.Zip(runs).Skip(3))
        {
            Assert.Equal(RunResult.Resting, await run);
            Assert.Equal(all.Select(s => $"evt-{s:D12}"), got[WebhookRig.Url(id)]);
            Assert.Equal(Events, rig.CursorOf(id).Position);
        }
        never.SetResult(null);
        Assert.Equal(RunResult.Resting, await runs[0]);
        Assert.Equal(all, rig.Sequences("e0"));
    }

    [Fact]
    public async Task An_idle_endpoint_costs_nothing()
    {
        var rig = new WebhookRig();
        rig.Make();
        Assert.False(rig.Cursor.HasWork(rig.Register.Now.Head.Sequence, rig.Clock.Now));
        await rig.Run();
        Assert.Equal((0, 0), (rig.Cursors.Saves, rig.Deliveries.Writes));
    }
}
