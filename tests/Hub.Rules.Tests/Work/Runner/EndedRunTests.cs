using Hub.LocalProcesses;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class EndedRunTests
{
    private readonly CursorRig _rig = new();

    [Fact]
    public async Task A_step_that_outlasts_the_lease_is_nobody_elses_and_is_not_counted_as_ended()
    {
        _rig.Start(1);
        var goOn = new TaskCompletionSource();
        (_rig.Channel.GoOn, _rig.Clock.Ticks) = (goOn.Task, TimeSpan.FromMilliseconds(10));
        var run = _rig.Run();
        for (var i = 0; i < 4; i++)
        {
            _rig.Clock.Advance(TimeSpan.FromSeconds(30));
            var now = _rig.Clock.Now;
            await Eventually.True(() => Cursor.LeasedUntil > now, "the lease is renewed");
            Assert.Equal(RunResult.NotMine, await _rig.Run());
        }
        goOn.SetResult();
        Assert.Equal(RunResult.Resting, await run);
        Assert.Equal((1L, 0), (Cursor.Position, Cursor.Begun));
        Assert.Single(_rig.Channel.Seen);
    }

    [Fact]
    public async Task A_run_that_ends_the_process_is_tried_three_times_then_a_person_is_told_and_it_is_tried_at_long_intervals()
    {
        _rig.Start(3);
        _rig.Channel.BeforeStep = _ => throw new CrashException();
        for (var run = 0; run < 3; run++, _rig.Clock.Advance(TimeSpan.FromSeconds(61)))
            await Assert.ThrowsAsync<CrashException>(() => _rig.Run());
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(_rig.Clock.Now.AddMinutes(5), Cursor.DueAt);
        Assert.Equal(("fake", "one"), (Assert.Single(_rig.Failures.All.Values).Queue, _rig.Failures.All.Values.Single().Body));

        _rig.Clock.Advance(TimeSpan.FromMinutes(6));
        await Assert.ThrowsAsync<CrashException>(() => _rig.Run());
        _rig.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(_rig.Clock.Now.AddMinutes(10), Cursor.DueAt);
        Assert.Single(_rig.Failures.All);

        _rig.Clock.Advance(TimeSpan.FromMinutes(11));
        _rig.Channel.BeforeStep = _ => { };
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal((3L, 0), (Cursor.Position, Cursor.Begun));
    }

    private Cursor Cursor => _rig.Cursor;
}
