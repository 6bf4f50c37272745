using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class CursorFailureTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;

    private DateTimeOffset Now => _rig.Clock.Now;
}
