using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class CursorRunnerTests
{
    private readonly CursorRig _rig = new();

    [Fact]
    public async Task It_moves_to_the_end_of_the_log_in_order_and_rests()
    {
        _rig.Start(250);
        Assert.Equal(RunResult.Resting, await _rig.Run());
        Assert.Equal(Enumerable.Range(1, 250).Select(i => (long)i), _rig.Channel.Seen);
        Assert.Equal((250L, (DateTimeOffset?)null, (DateTimeOffset?)null), (Cursor.Position, Cursor.LeasedUntil, Cursor.DueAt));
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

    private Cursor Cursor => _rig.Cursor;
}
