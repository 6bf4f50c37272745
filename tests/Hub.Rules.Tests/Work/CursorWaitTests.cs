using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

/// <summary>What a cursor does after a failure, and until what is due.</summary>
public sealed class CursorWaitTests
{
    private readonly CursorRig _rig = new();

    private Cursor Cursor => _rig.Cursor;

    [Fact]
    public async Task A_failure_is_kept_with_its_due_time_and_forgotten_once_it_moves()
    {
        _rig.Start(1);
        var since = _rig.Clock.Now;
        _rig.Channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer", Work: "w"));
        _rig.Channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer"));
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal((0L, 1, since, since.AddSeconds(5), "no answer", "w"),
            (Cursor.Position, Cursor.Attempts, Cursor.FailingSince!.Value, Cursor.DueAt!.Value, Cursor.StateReason, Cursor.Work));
        Assert.Equal(RunResult.NotMine, await _rig.Run());
        _rig.Clock.Advance(TimeSpan.FromSeconds(5));
        await _rig.Run();
        Assert.Equal((2, since, _rig.Clock.Now.AddMinutes(5)), (Cursor.Attempts, Cursor.FailingSince!.Value, Cursor.DueAt!.Value));
        _rig.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(
            (1L, 0, (DateTimeOffset?)null, (string?)null), (Cursor.Position, Cursor.Attempts, Cursor.FailingSince, Cursor.StateReason));
    }

    [Fact]
    public async Task What_is_due_in_a_moment_is_waited_for_and_what_failed_stays_in_doubt()
    {
        _rig.Start(2);
        var (since, doubts) = (_rig.Clock.Now, new List<bool>());
        _rig.Channel.Next.Enqueue(new Step.Paced(_rig.Clock.Now.AddSeconds(3)));
        _rig.Channel.Next.Enqueue(new Step.Failed(Failure.Transient, "no answer"));
        _rig.Channel.BeforeStep = run => doubts.Add(run.Resumed);
        Assert.Equal(RunResult.Resting, await _rig.Run(TimeSpan.FromSeconds(6)));
        Assert.Equal([true, true, true, false], doubts);
        Assert.Equal((2L, since.AddSeconds(8), (DateTimeOffset?)null), (Cursor.Position, _rig.Clock.Now, Cursor.LeasedUntil));
    }

    [Fact]
    public async Task A_lease_that_ends_in_a_moment_is_waited_for_because_whoever_lives_renews_it()
    {
        _rig.Start(1, c => c with { LeasedUntil = _rig.Clock.Now.AddSeconds(5) });
        Assert.True(Cursor.HasWork(1, _rig.Clock.Now, TimeSpan.FromSeconds(6)));
        Assert.Equal(RunResult.Resting, await _rig.Run(TimeSpan.FromSeconds(6)));

        _rig.Start(2, c => c with { LeasedUntil = _rig.Clock.Now.AddSeconds(5) });
        _rig.Clock.Waited = () => _rig.Cursors.Put(Cursor with { LeasedUntil = _rig.Clock.Now.AddSeconds(60) });
        Assert.Equal(RunResult.NotMine, await _rig.Run(TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task What_is_due_later_is_left_to_the_timer()
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Paced(_rig.Clock.Now.AddSeconds(7)));
        Assert.Equal(RunResult.Waiting, await _rig.Run(TimeSpan.FromSeconds(6)));
        Assert.True(Cursor is { LeasedUntil: null, DueAt: not null });
        Assert.False(Cursor.HasWork(1, _rig.Clock.Now.AddSeconds(0.5), TimeSpan.FromSeconds(6)));
        Assert.True(Cursor.HasWork(1, _rig.Clock.Now.AddSeconds(1), TimeSpan.FromSeconds(6)));
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(RunResult.Resting, await _rig.Run(TimeSpan.FromSeconds(6)));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_disables_the_cursor_and_says_why()
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Failed(Failure.Gone, "HTTP 410"));
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal(CursorState.Disabled, Cursor.State);
        Assert.Contains("HTTP 410", Cursor.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pace_is_no_failure()
    {
        _rig.Start(1);
        _rig.Channel.Next.Enqueue(new Step.Paced(_rig.Clock.Now.AddSeconds(9), "w"));
        Assert.Equal(RunResult.Waiting, await _rig.Run());
        Assert.Equal((0, _rig.Clock.Now.AddSeconds(9), "w"), (Cursor.Attempts, Cursor.DueAt!.Value, Cursor.Work));
    }
}
