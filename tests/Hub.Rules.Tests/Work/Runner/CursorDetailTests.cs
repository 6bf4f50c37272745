using Hub.LocalProcesses;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

/// <summary>What a run leaves in its cursor, value by value, and when it writes.</summary>
public sealed class CursorDetailTests
{
    private readonly CursorRig _rig = new();

    private Cursor Cursor => _rig.Cursor;

    private DateTimeOffset Now => _rig.Clock.Now;

    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(4, 10, false)]
    [InlineData(6, 20, false)]
    public async Task A_cursor_whose_runs_end_the_process_is_put_off_ever_longer_and_told_once(int begun, int minutes, bool told)
    {
        var since = Now.AddHours(-1);
        _rig.Start(3, c => c with { Begun = begun, FailingSince = told ? null : since, Seen = 2 });
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(
            (Now.AddMinutes(minutes), told ? Now : since, $"the process ended in {begun} runs", begun, null, null),
            (Cursor.DueAt!.Value, Cursor.FailingSince!.Value, Cursor.StateReason, Cursor.Begun, Cursor.Seen, Cursor.LeasedUntil));
        Assert.Equal(
            told ? ["The process ended each time this was run. It is tried again at long intervals."] : Array.Empty<string>(),
            _rig.Failures.All.Values.Select(f => f.Reason));
        Assert.Empty(_rig.Channel.Seen);
    }

    [Fact]
    public async Task Nobody_is_told_by_who_lost_the_cursor_meanwhile_and_what_was_put_off_runs_when_it_is_due()
    {
        _rig.Start(1, c => c with { Begun = 3 });
        _rig.Cursors.BeforeSave = () => _rig.Cursors.Put(Cursor);
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Empty(_rig.Failures.All);

        _rig.Cursors.BeforeSave = () => { };
        _rig.Start(1, c => c with { Begun = 3, DueAt = Now });
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(0, Cursor.Begun);
    }

    [Fact]
    public async Task A_pace_with_a_position_ends_the_failures_before_it_and_one_without_does_not()
    {
        var since = Now.AddHours(-1);
        _rig.Start(9, c => c with { Attempts = 4, FailingSince = since, StateReason = "no answer", DueAt = since });
        _rig.Channel.Next.Enqueue(new Step.Paced(Now.AddHours(1), "w", Seen: 8));
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(
            (0L, 4, since, "no answer", Now.AddHours(1), 8L, "w"),
            (Cursor.Position, Cursor.Attempts, Cursor.FailingSince!.Value, Cursor.StateReason, Cursor.DueAt!.Value, Cursor.Seen!.Value,
            Cursor.Work));
        _rig.Channel.Next.Enqueue(new Step.Paced(Now.AddHours(2), Seen: 9) { Position = 7 });
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(
            (7L, 0, null, null, Now.AddHours(2), 9L, null),
            (Cursor.Position, Cursor.Attempts, Cursor.FailingSince, Cursor.StateReason, Cursor.DueAt!.Value, Cursor.Seen!.Value,
            Cursor.Work));
    }

    [Fact]
    public async Task A_failure_after_something_was_dealt_with_is_the_first_again()
    {
        _rig.Start(9, c => c with { Attempts = 4, FailingSince = Now.AddHours(-1), Seen = 3, DueAt = Now.AddHours(1) });
        _rig.Channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer") { Position = 6 });
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(
            (6L, 1, Now, Now.AddSeconds(5), null),
            (Cursor.Position, Cursor.Attempts, Cursor.FailingSince!.Value, Cursor.DueAt!.Value, Cursor.Seen));
    }

    [Fact]
    public async Task Who_is_gone_is_disabled_with_both_reasons()
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Failed(Failure.Gone, "HTTP 410"));
        await _rig.Run();
        Assert.Equal((CursorState.Disabled, "nothing more is sent: HTTP 410"), (Cursor.State, Cursor.StateReason));
    }

    [Fact]
    public async Task What_a_move_remembers_is_kept_and_a_run_that_broke_counts_as_ended()
    {
        _rig.Start(2);
        _rig.Channel.Next.Enqueue(new Step.Moved(1, "w"));
        var steps = 0;
        _rig.Channel.BeforeStep = _ => steps += steps == 1 ? throw new InvalidOperationException("broken") : 1;
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rig.Run());
        Assert.Equal((1L, "w", 0, Now), (Cursor.Position, Cursor.Work, Cursor.Begun, Cursor.BrokenSince!.Value));
    }

    [Fact]
    public async Task A_run_ends_when_its_time_is_up_to_the_second()
    {
        _rig.Start(9);
        _rig.Channel.BeforeStep = _ => _rig.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(RunResult.MoreToDo, await _rig.Run());
        Assert.Equal((2L, 0), (Cursor.Position, Cursor.Begun));
    }

    [Theory]
    [InlineData(6, 6, RunResult.Resting)]
    [InlineData(6, 7, RunResult.Waiting)]
    [InlineData(60, 19, RunResult.Resting)]
    [InlineData(60, 20, RunResult.Waiting)]
    public async Task What_is_due_within_the_short_wait_and_within_the_run_is_waited_for(int shortWait, int due, RunResult result)
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Paced(Now.AddSeconds(due)));
        Assert.Equal(result, await _rig.Run(TimeSpan.FromSeconds(shortWait)));
    }

    [Fact]
    public async Task A_pace_until_something_comes_is_not_waited_for()
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Paced(Now.AddSeconds(3), Seen: 1));
        Assert.Equal(RunResult.Waiting, await _rig.Run(TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task A_pace_leaves_what_is_in_doubt_as_it_was()
    {
        _rig.Start(2);
        var doubts = new List<bool>();
        _rig.Channel.BeforeStep = run => doubts.Add(run.Resumed);
        _rig.Channel.Next.Enqueue(new Step.Moved(0));
        _rig.Channel.Next.Enqueue(new Step.Paced(Now.AddSeconds(3)));
        Assert.Equal(RunResult.Resting, await _rig.Run(TimeSpan.FromSeconds(6)));
        Assert.Equal([true, false, false, false], doubts);
    }

    [Theory]
    [InlineData(29, 2)]
    [InlineData(30, 3)]
    public async Task A_step_that_changes_nothing_is_written_only_where_half_the_lease_is_over(int seconds, int saves)
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Moved(0));
        _rig.Channel.BeforeStep = _ => _rig.Clock.Advance(TimeSpan.FromSeconds(_rig.Channel.Next.Count * seconds));
        Assert.Equal(RunResult.Resting, await new CursorRunner(
            _rig.Cursors, _rig.Register, new(_rig.Failures, new FixedIdentifiers(), _rig.Clock), new FixedIdentifiers(), _rig.Clock)
        { Budget = TimeSpan.FromMinutes(5) }.Run(_rig.Channel, "one", default));
        Assert.Equal(saves, _rig.Cursors.Saves);
    }

    [Fact]
    public async Task A_lease_counts_from_the_due_time_that_is_waited_for_and_an_event_does_not_wait_for_it()
    {
        var (due, leases) = (Now.AddSeconds(5), new List<DateTimeOffset?>());
        _rig.Channel.BeforeStep = _ => leases.Add(Cursor.LeasedUntil);
        _rig.Start(1, c => c with { DueAt = due });
        await _rig.Run(TimeSpan.FromSeconds(6));
        Assert.Equal((due, due.AddSeconds(60)), (Now, Assert.Single(leases)));

        _rig.Start(2, c => c with { Position = 1, DueAt = Now.AddHours(1), Seen = 1 });
        await _rig.Run(TimeSpan.FromSeconds(6));
        Assert.Equal((due, due.AddSeconds(60)), (Now, leases[1]));
    }

    [Fact]
    public async Task Who_loses_the_cursor_as_the_run_begins_or_as_it_ends_does_nothing_more()
    {
        _rig.Start(1);
        _rig.Cursors.BeforeSave = () => _rig.Cursors.Put(Cursor);
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        Assert.Empty(_rig.Channel.Seen);

        var saves = 0;
        _rig.Cursors.BeforeSave = () => _ = ++saves == 2 ? _rig.Cursors.Put(Cursor) : null;
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        Assert.Equal(0, Cursor.Position);
    }

    [Fact]
    public async Task Who_is_cancelled_while_it_waits_for_a_lease_takes_none()
    {
        _rig.Start(1, c => c with { LeasedUntil = Now.AddSeconds(5) });
        using var cancel = new CancellationTokenSource();
        _rig.Clock.Waited = cancel.Cancel;
        Assert.Equal(RunResult.NotMine, await _rig.Runner(TimeSpan.FromSeconds(6)).Run(_rig.Channel, "one", cancel.Token));
        Assert.Empty(_rig.Channel.Seen);
    }

    [Fact]
    public async Task A_lease_that_cannot_be_renewed_for_a_moment_leaves_the_step_alone_and_one_that_another_has_ends_the_run()
    {
        _rig.Start(2);
        var goOn = new TaskCompletionSource();
        (_rig.Channel.GoOn, _rig.Clock.Ticks) = (goOn.Task, TimeSpan.FromMilliseconds(10));
        var run = _rig.Run();
        var tries = 0;
        _rig.Cursors.BeforeSave = () => throw new IOException($"storage is away {++tries}");
        await Eventually.True(() => tries > 1, "the lease is tried again");
        _rig.Cursors.BeforeSave = () => { };
        _rig.Clock.Advance(TimeSpan.FromSeconds(50));
        await Eventually.True(() => Cursor.LeasedUntil == Now.AddSeconds(60), "the lease is renewed");
        // Twice within the time that a lease lasts it may go wrong.
        Assert.Equal(TimeSpan.FromSeconds(20), _rig.Clock.Period);
        _rig.Cursors.Put(Cursor with { Work = "another's" });
        await Task.Delay(100);
        Assert.False(run.IsCompleted, "a step that is under way is not left to itself");
        goOn.SetResult();
        Assert.Equal(RunResult.NotMine, await run);
        Assert.Equal((0L, "another's"), (Cursor.Position, Cursor.Work));
    }

    [Fact]
    public async Task The_cursors_of_a_channel_are_its_own()
    {
        _rig.Start(0);
        _rig.Cursors.Put(new() { Channel = "other", Name = "one" });
        Assert.Equal([Cursor], await _rig.Cursors.Of("fake", default));
    }
}
