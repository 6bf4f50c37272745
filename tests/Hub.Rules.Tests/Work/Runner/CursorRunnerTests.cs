using Hub.LocalProcesses;
using Hub.Rules.Tests.Intake.Inbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class CursorRunnerTests
{
    private readonly CursorRig _rig = new();

    private Cursor Cursor => _rig.Cursor;

    [Fact]
    public async Task It_moves_to_the_end_of_the_log_in_order_and_rests()
    {
        _rig.Start(250);
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(Enumerable.Range(1, 250).Select(i => (long)i), _rig.Channel.Seen);
        Assert.Equal((250L, (DateTimeOffset?)null, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil, Cursor.DueAt));
    }

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

    [Fact]
    public async Task Since_when_its_runs_end_by_an_error_is_kept_until_a_step_is_done()
    {
        _rig.Start(3);
        var since = _rig.Clock.Now;
        _rig.Channel.BeforeStep = _ => throw new InvalidOperationException("a record that nobody can tell");
        for (var run = 0; run < 3; run++, _rig.Clock.Advance(TimeSpan.FromMinutes(2)))
            await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Run());
        Assert.Equal(since, Cursor.BrokenSince);
        _rig.Channel.BeforeStep = _ => { };
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Null(Cursor.BrokenSince);
    }

    [Theory]
    [InlineData(CursorState.Paused)]
    [InlineData(CursorState.Disabled)]
    public async Task A_cursor_that_was_stopped_stays_where_it_is(CursorState state)
    {
        _rig.Start(1, c => c with { State = state });
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        Assert.Empty(_rig.Channel.Seen);
    }

    [Fact]
    public async Task A_cursor_that_is_gone_is_nobodys() => Assert.Equal(RunResult.NotMine, await _rig.Run());

    [Fact]
    public async Task A_lease_that_another_holds_is_respected_until_it_ends()
    {
        _rig.Start(1, c => c with { LeasedUntil = _rig.Clock.Now.AddSeconds(10) });
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        _rig.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(RunResult.Resting, await _rig.Run());
    }

    [Fact]
    public async Task A_lost_lease_stops_the_run()
    {
        _rig.Start(3);
        _rig.Channel.BeforeStep = _ => _rig.Cursors.Put(Cursor with { LeasedUntil = _rig.Clock.Now.AddMinutes(2) });
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        Assert.Equal([1], _rig.Channel.Seen);
        Assert.Equal((0L, _rig.Clock.Now.AddMinutes(2)), (Cursor.Position, Cursor.LeasedUntil));
    }

    [Fact]
    public async Task A_cursor_that_is_paused_while_it_runs_stays_paused()
    {
        _rig.Start(3);
        _rig.Channel.BeforeStep = _ => _rig.Cursors.Put(Cursor with { State = CursorState.Paused });
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        Assert.Equal(CursorState.Paused, Cursor.State);
    }

    [Fact]
    public async Task The_lease_is_renewed_with_every_step()
    {
        _rig.Start(2);
        var leases = new List<TimeSpan>();
        _rig.Channel.BeforeStep = _ =>
        {
            leases.Add(Cursor.LeasedUntil!.Value - _rig.Clock.Now);
            _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        };
        await _rig.Run();
        Assert.Equal([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)], leases);
    }

    [Fact]
    public async Task A_run_whose_time_is_up_keeps_its_place_and_asks_to_be_woken()
    {
        _rig.Start(10);
        _rig.Channel.BeforeStep = _ => _rig.Clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(RunResult.MoreToDo, await _rig.Run());
        Assert.Equal((3L, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil));
        Assert.True(Cursor.HasWork(10, _rig.Clock.Now));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_lets_its_lease_go()
    {
        _rig.Start(10);
        using var cancel = new CancellationTokenSource();
        _rig.Channel.BeforeStep = _ => cancel.Cancel();
        Assert.Equal(RunResult.MoreToDo, await _rig.Runner().Run(_rig.Channel, "one", cancel.Token));
        Assert.Equal((1L, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil));
    }

    [Fact]
    public async Task A_wake_up_that_came_while_the_lease_was_held_is_not_lost()
    {
        _rig.Start(1);
        var saves = 0;
        var woken = RunResult.Resting;
        _rig.Cursors.BeforeSave = () =>
        {
            // The second save lets the lease go: the run has already seen the end of the log.
            if (++saves != 2)
                return;
            _rig.Register.Grow();
            woken = _rig.Runner().Run(_rig.Channel, "one", default).GetAwaiter().GetResult();
        };
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(RunResult.NotMine, woken);
        Assert.Equal(2, Cursor.Position);
    }

    [Fact]
    public async Task One_event_costs_two_writes_and_a_wake_up_for_nothing_costs_none()
    {
        _rig.Start(1);
        var saves = 0;
        _rig.Cursors.BeforeSave = () => saves++;
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(2, saves);
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(2, saves);
    }

    [Fact]
    public async Task Only_the_first_step_of_a_run_is_a_resumed_one()
    {
        _rig.Start(2);
        var resumed = new List<bool>();
        _rig.Channel.BeforeStep = run => resumed.Add(run.Resumed);
        await _rig.Run();
        _rig.Register.Grow();
        await _rig.Run();
        Assert.Equal([true, false, true], resumed);
    }

    [Theory]
    [InlineData(CursorState.Active, 0, 0, true)]
    [InlineData(CursorState.Active, 1, 0, false)]
    [InlineData(CursorState.Active, 0, 1, false)]
    [InlineData(CursorState.Paused, 0, 0, false)]
    [InlineData(CursorState.Disabled, 0, 0, false)]
    public void There_is_work_where_a_free_active_cursor_is_due_and_behind(CursorState state, int dueIn, int leasedFor, bool work)
    {
        var cursor = new Cursor
        {
            Channel = "c", Name = "n", Position = 4, State = state, DueAt = _rig.Clock.Now.AddSeconds(dueIn),
            LeasedUntil = _rig.Clock.Now.AddSeconds(leasedFor),
        };
        Assert.Equal(work, cursor.HasWork(5, _rig.Clock.Now));
        Assert.False(cursor.HasWork(4, _rig.Clock.Now));
    }
}
