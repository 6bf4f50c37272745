using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class LeaseTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;
}
