using Hub.Core.Channels;
using Hub.Core.Tests.Builders;

namespace Hub.Core.Tests.Channels;

public sealed class CursorRunnerTests
{
    private readonly ManualClock _clock = new();
    private readonly MemoryCursors _cursors = new();
    private readonly MemoryRegister _register = new();
    private readonly FakeChannel _channel = new();

    private Cursor Cursor => _cursors["fake", "one"];

    [Fact]
    public async Task It_moves_to_the_end_of_the_log_in_order_and_rests()
    {
        Start(250);
        Assert.Equal(RunResult.Resting, await Run());
        Assert.Equal(Enumerable.Range(1, 250).Select(i => (long)i), _channel.Seen);
        Assert.Equal((250L, (DateTimeOffset?)null, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil, Cursor.DueAt));
    }

    [Theory]
    [InlineData(CursorState.Paused)]
    [InlineData(CursorState.Disabled)]
    public async Task A_cursor_that_was_stopped_stays_where_it_is(CursorState state)
    {
        Start(1, c => c with { State = state });
        Assert.Equal(RunResult.NotMine, await Run());
        Assert.Empty(_channel.Seen);
    }

    [Fact]
    public async Task A_cursor_that_is_gone_is_nobodys() => Assert.Equal(RunResult.NotMine, await Run());

    [Fact]
    public async Task A_lease_that_another_holds_is_respected_until_it_ends()
    {
        Start(1, c => c with { LeasedUntil = _clock.Now.AddSeconds(10) });
        Assert.Equal(RunResult.NotMine, await Run());
        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(RunResult.Resting, await Run());
    }

    [Fact]
    public async Task A_lost_lease_stops_the_run()
    {
        Start(3);
        _channel.BeforeStep = _ => _cursors.Put(Cursor with { LeasedUntil = _clock.Now.AddMinutes(2) });
        Assert.Equal(RunResult.NotMine, await Run());
        Assert.Equal([1], _channel.Seen);
        Assert.Equal((0L, _clock.Now.AddMinutes(2)), (Cursor.Position, Cursor.LeasedUntil));
    }

    [Fact]
    public async Task A_cursor_that_is_paused_while_it_runs_stays_paused()
    {
        Start(3);
        _channel.BeforeStep = _ => _cursors.Put(Cursor with { State = CursorState.Paused });
        Assert.Equal(RunResult.NotMine, await Run());
        Assert.Equal(CursorState.Paused, Cursor.State);
    }

    [Fact]
    public async Task The_lease_is_renewed_with_every_step()
    {
        Start(2);
        var leases = new List<TimeSpan>();
        _channel.BeforeStep = _ =>
        {
            leases.Add(Cursor.LeasedUntil!.Value - _clock.Now);
            _clock.Advance(TimeSpan.FromSeconds(5));
        };
        await Run();
        Assert.Equal([TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(60)], leases);
    }

    [Fact]
    public async Task A_run_whose_time_is_up_keeps_its_place_and_asks_to_be_woken()
    {
        Start(10);
        _channel.BeforeStep = _ => _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(RunResult.MoreToDo, await Run());
        Assert.Equal((3L, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil));
        Assert.True(Cursor.HasWork(10, _clock.Now));
    }

    [Fact]
    public async Task A_run_that_is_cancelled_lets_its_lease_go()
    {
        Start(10);
        using var cancel = new CancellationTokenSource();
        _channel.BeforeStep = _ => cancel.Cancel();
        Assert.Equal(RunResult.MoreToDo, await Runner().Run(_channel, "one", cancel.Token));
        Assert.Equal((1L, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil));
    }

    [Fact]
    public async Task A_failure_is_kept_with_its_due_time_and_forgotten_once_it_moves()
    {
        Start(1);
        var since = _clock.Now;
        _channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer", Work: "w"));
        _channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer"));
        Assert.Equal(RunResult.Waiting, await Run());
        Assert.Equal((0L, 1, since, since.AddSeconds(5), "no answer", "w"),
            (Cursor.Position, Cursor.Attempts, Cursor.FailingSince!.Value, Cursor.DueAt!.Value, Cursor.StateReason, Cursor.Work));
        Assert.Equal(RunResult.NotMine, await Run());
        _clock.Advance(TimeSpan.FromSeconds(5));
        await Run();
        Assert.Equal((2, since, _clock.Now.AddMinutes(5)), (Cursor.Attempts, Cursor.FailingSince!.Value, Cursor.DueAt!.Value));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(RunResult.Resting, await Run());
        Assert.Equal(
            (1L, 0, (DateTimeOffset?)null, (string?)null), (Cursor.Position, Cursor.Attempts, Cursor.FailingSince, Cursor.StateReason));
    }

    [Fact]
    public async Task What_is_due_in_a_moment_is_waited_for_and_what_failed_stays_in_doubt()
    {
        Start(2);
        var (since, doubts) = (_clock.Now, new List<bool>());
        _channel.Next.Enqueue(new Step.Paced(_clock.Now.AddSeconds(3)));
        _channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer"));
        _channel.BeforeStep = run => doubts.Add(run.Resumed);
        Assert.Equal(RunResult.Resting, await Run(TimeSpan.FromSeconds(6)));
        Assert.Equal([true, true, true, false], doubts);
        Assert.Equal((2L, since.AddSeconds(8), (DateTimeOffset?)null), (Cursor.Position, _clock.Now, Cursor.LeasedUntil));
    }

    [Fact]
    public async Task A_lease_that_ends_in_a_moment_is_waited_for_because_whoever_lives_renews_it()
    {
        Start(1, c => c with { LeasedUntil = _clock.Now.AddSeconds(5) });
        Assert.True(Cursor.HasWork(1, _clock.Now, TimeSpan.FromSeconds(6)));
        Assert.Equal(RunResult.Resting, await Run(TimeSpan.FromSeconds(6)));

        Start(2, c => c with { LeasedUntil = _clock.Now.AddSeconds(5) });
        _clock.Waited = () => _cursors.Put(Cursor with { LeasedUntil = _clock.Now.AddSeconds(60) });
        Assert.Equal(RunResult.NotMine, await Run(TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task What_is_due_later_is_left_to_the_timer()
    {
        Start(1);
        _channel.Next.Enqueue(new Step.Paced(_clock.Now.AddSeconds(7)));
        Assert.Equal(RunResult.Waiting, await Run(TimeSpan.FromSeconds(6)));
        Assert.True(Cursor is { LeasedUntil: null, DueAt: not null });
        Assert.False(Cursor.HasWork(1, _clock.Now.AddSeconds(0.5), TimeSpan.FromSeconds(6)));
        Assert.True(Cursor.HasWork(1, _clock.Now.AddSeconds(1), TimeSpan.FromSeconds(6)));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RunResult.Resting, await Run(TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_the_cursor_and_says_why()
    {
        Start(1);
        _channel.Next.Enqueue(new Step.Failed(Failure.Gone, "HTTP 410"));
        Assert.Equal(RunResult.Waiting, await Run());
        Assert.Equal(CursorState.Disabled, Cursor.State);
        Assert.Contains("HTTP 410", Cursor.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pace_is_no_failure()
    {
        Start(1);
        _channel.Next.Enqueue(new Step.Paced(_clock.Now.AddSeconds(9), "w"));
        Assert.Equal(RunResult.Waiting, await Run());
        Assert.Equal((0, _clock.Now.AddSeconds(9), "w"), (Cursor.Attempts, Cursor.DueAt!.Value, Cursor.Work));
    }

    [Fact]
    public async Task A_wake_up_that_came_while_the_lease_was_held_is_not_lost()
    {
        Start(1);
        var saves = 0;
        var woken = RunResult.Resting;
        _cursors.BeforeSave = () =>
        {
            // The second save lets the lease go: the run has already seen the end of the log.
            if (++saves != 2)
                return;
            _register.Grow();
            woken = Runner().Run(_channel, "one", default).GetAwaiter().GetResult();
        };
        Assert.Equal(RunResult.Resting, await Run());
        Assert.Equal(RunResult.NotMine, woken);
        Assert.Equal(2, Cursor.Position);
    }

    [Fact]
    public async Task One_event_costs_two_writes_and_a_wake_up_for_nothing_costs_none()
    {
        Start(1);
        var saves = 0;
        _cursors.BeforeSave = () => saves++;
        Assert.Equal(RunResult.Resting, await Run());
        Assert.Equal(2, saves);
        Assert.Equal(RunResult.Resting, await Run());
        Assert.Equal(2, saves);
    }

    [Fact]
    public async Task Only_the_first_step_of_a_run_is_a_resumed_one()
    {
        Start(2);
        var resumed = new List<bool>();
        _channel.BeforeStep = run => resumed.Add(run.Resumed);
        await Run();
        _register.Grow();
        await Run();
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
            Channel = "c", Name = "n", Position = 4, State = state, DueAt = _clock.Now.AddSeconds(dueIn),
            LeasedUntil = _clock.Now.AddSeconds(leasedFor),
        };
        Assert.Equal(work, cursor.HasWork(5, _clock.Now));
        Assert.False(cursor.HasWork(4, _clock.Now));
    }

    private void Start(int events, Func<Cursor, Cursor>? with = null)
    {
        _register.Grow(events);
        var cursor = new Cursor { Channel = "fake", Name = "one" };
        _cursors.Put(with?.Invoke(cursor) ?? cursor);
    }

    private Task<RunResult> Run(TimeSpan shortWait = default) => Runner(shortWait).Run(_channel, "one", default);

    private CursorRunner Runner(TimeSpan shortWait = default) =>
        new(_cursors, _register, new FixedIdentifiers(), _clock) { ShortWait = shortWait };
}
