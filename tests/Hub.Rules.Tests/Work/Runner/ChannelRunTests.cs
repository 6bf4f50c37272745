using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work.Runner;

/// <summary>The events of one run: those asked for, and read as seldom as can be.</summary>
public sealed class ChannelRunTests : IRegisterStore
{
    private readonly MemoryRegister _register = new();
    private readonly List<(long After, int Limit)> _reads = [];
    private int _looks;

    [Fact]
    public async Task A_run_reads_a_window_once_and_the_next_where_it_ends()
    {
        _register.Grow(700);
        var run = new ChannelRun(new(this));
        Assert.Equal((1, 500), Ends(await run.EventsAfter(0, default)));
        Assert.Equal((300, 500), Ends(await run.EventsAfter(299, default)));
        Assert.Equal((500, 500), Ends(await run.EventsAfter(499, default)));
        Assert.Equal(1, _looks);
        Assert.Equal((501, 700), Ends(await run.EventsAfter(500, default)));
        Assert.Equal((501, 700), Ends(await run.EventsAfter(500, default)));
        Assert.Equal((502, 700), Ends(await run.EventsAfter(501, default)));
        Assert.Equal(2, _looks);
        Assert.Equal((500, 700), Ends(await run.EventsAfter(499, default)));
        Assert.Equal([(0, 500), (500, 200)], _reads);
        Assert.Equal((3, 502), Ends(await run.EventsAfter(2, default)));
    }

    [Fact]
    public async Task What_is_committed_while_a_run_goes_on_is_seen_once_it_has_read_to_the_end()
    {
        _register.Grow(3);
        var run = new ChannelRun(new(this));
        await run.EventsAfter(0, default);
        _register.Grow();
        Assert.Equal((3, 3), Ends(await run.EventsAfter(2, default)));
        Assert.False(await run.IsAtEnd(3, default));
        Assert.True(await run.IsAtEnd(4, default));
        Assert.Empty(await run.EventsAfter(4, default));
    }

    [Fact]
    public async Task Events_between_two_are_those_after_the_first_up_to_the_second()
    {
        _register.Grow(1100);
        var run = new ChannelRun(new(this));
        Assert.Equal((2, 1050), Ends(await run.EventsBetween(1, 1050, default)));
        Assert.Equal(1049, (await run.EventsBetween(1, 1050, default)).Count);
        var looks = _looks;
        Assert.Empty(await run.EventsBetween(7, 7, default));
        Assert.Equal(looks, _looks);
        Assert.Equal((1100, 1100), Ends(await run.EventsBetween(1099, 2000, default)));
    }

    [Fact]
    public async Task The_last_two_thousand_events_are_kept_for_all_and_no_others()
    {
        _register.Grow(2100);
        var tail = new EventTail(this);
        for (var after = 0; after < 2100; after += 300)
            await tail.After(after, 300, default);
        _reads.Clear();
        Assert.Equal((101, 2100), Ends(await tail.After(100, 2000, default)));
        Assert.Empty(_reads);
        Assert.Equal((100, 110), Ends(await tail.After(99, 11, default)));
        Assert.Equal([(99, 11)], _reads);
        Assert.Empty(await tail.After(2100, 500, default));
        Assert.Single(_reads);
    }

    public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel)
    {
        _reads.Add((after, limit));
        return _register.ReadEvents(after, limit, cancel);
    }

    public Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel)
    {
        _looks++;
        return _register.Read(maxAge, cancel);
    }

    public Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<long?> CommittedAt(string noticeId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel) => throw new NotSupportedException();

    private static (long First, long Last) Ends(IReadOnlyList<DirectoryEvent> events) => (events[0].Sequence, events[^1].Sequence);
}
