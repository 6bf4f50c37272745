using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

public sealed class ShortWaitTests
{
    private readonly CursorRig _rig = new();

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

    private Cursor Cursor => _rig.Cursor;

    private DateTimeOffset Now => _rig.Clock.Now;
}
