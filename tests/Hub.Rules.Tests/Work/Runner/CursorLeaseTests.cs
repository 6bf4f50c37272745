using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class CursorLeaseTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;

    private DateTimeOffset Now => _rig.Clock.Now;
}
