using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

/// <summary>The end of the log in memory: right wherever somebody stands, and read once for all.</summary>
public sealed class EventTailTests : IRegisterStore
{
    private readonly MemoryRegister _register = new();
    private int _reads;
    private bool _growsMeanwhile;

    [Fact]
    public async Task A_thousand_cursors_read_the_end_of_the_log_once()
    {
        var tail = new EventTail(this);
        _register.Grow(30);
        for (var i = 0; i < 1000; i++)
            Assert.Equal(30, (await tail.After(0, 500, default)).Count);
        Assert.Equal(1, _reads);
    }

    [Fact]
    public async Task Whoever_asks_from_anywhere_gets_what_the_store_has()
    {
        var (tail, random) = (new EventTail(this), new Random(7));
        for (var i = 0; i < 300; i++)
        {
            if (random.Next(4) == 0)
                _register.Grow(random.Next(1, 40));
            var (after, limit) = (random.Next((int)_register.Now.Head.Sequence + 1), random.Next(1, 60));
            Assert.Equal(
                _register.Log.Skip(after).Take(limit).Select(e => e.Sequence),
                (await tail.After(after, limit, default)).Select(e => e.Sequence));
        }
    }

    [Fact]
    public async Task Who_is_far_behind_does_not_push_the_end_out()
    {
        var tail = new EventTail(this);
        _register.Grow(600);
        await tail.After(590, 500, default);
        await tail.After(0, 100, default);
        Assert.Equal(2, _reads);
        await tail.After(595, 500, default);
        Assert.Equal(2, _reads);
    }

    [Fact]
    public async Task An_event_that_was_just_committed_is_there_at_once()
    {
        var tail = new EventTail(this);
        _register.Grow();
        await tail.After(0, 500, default);
        Assert.Empty(await tail.After(1, 500, default));
        _register.Grow();
        Assert.Equal([2], (await tail.After(1, 500, default)).Select(e => e.Sequence));
    }

    // Whoever reads an event looks up who is concerned in the register as it was read last: an authority would miss its own designation.
    [Fact]
    public async Task An_event_that_is_committed_after_the_register_was_read_comes_with_the_next_look()
    {
        var tail = new EventTail(this);
        _register.Grow(2);
        _growsMeanwhile = true;
        Assert.Equal([1, 2], (await tail.After(0, 500, default)).Select(e => e.Sequence));
        Assert.Equal([3], (await tail.After(2, 500, default)).Select(e => e.Sequence));
    }

    public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel)
    {
        _reads++;
        if (_growsMeanwhile)
            _register.Grow();
        return _register.ReadEvents(after, limit, cancel);
    }

    public Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel)
    {
        // Where the log ends is never taken from memory.
        Assert.Equal(TimeSpan.Zero, maxAge);
        return _register.Read(maxAge, cancel);
    }

    public Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel) => throw new NotSupportedException();

    public Task<long?> CommittedAt(string noticeId, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel) => throw new NotSupportedException();

    public Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel) => throw new NotSupportedException();
}
