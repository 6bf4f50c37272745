using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class PutOffCursorTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;

    private DateTimeOffset Now => _rig.Clock.Now;
}
