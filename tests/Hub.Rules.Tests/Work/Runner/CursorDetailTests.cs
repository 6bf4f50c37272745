using Hub.LocalProcesses;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

/// <summary>What a run leaves in its cursor, value by value, and when it writes.</summary>
public sealed class CursorDetailTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;

    private DateTimeOffset Now => _rig.Clock.Now;
}
