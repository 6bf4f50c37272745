using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class CursorWorkTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;
}
