using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class RunBudgetTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;
}
