using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>The whole log is read and verified, and what is wrong is said with its place.</summary>
public sealed class LogVerificationTests
{
    private readonly MemoryRegister _register = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(1203)]
    public async Task A_whole_log_is_verified_to_its_head_however_long(int events)
    {
        _register.Grow(events);
        var (verifier, head, broken) = await _register.Verify(default);
        Assert.Null(broken);
        Assert.Equal((events, _register.Now.Head), (verifier.Verified.Sequence, head));
        Assert.True(verifier.Verified.IsAt(head));
    }

    [Fact]
    public async Task What_was_committed_after_the_head_was_read_is_left_to_the_next_time()
    {
        _register.Grow(5);
        var head = _register.Now.Head;
        _register.Grow(2);
        var (verifier, found, broken) = await new At(_register, head).Verify(default);
        Assert.Equal((5L, head, null), (verifier.Verified.Sequence, found, broken));
    }

    [Fact]
    public async Task A_missing_event_is_named_with_the_one_found_in_its_place()
    {
        _register.Grow(700);
        _register.Log.RemoveAt(599);
        var (verifier, _, broken) = await _register.Verify(default);
        Assert.Equal(new ChainBreak(600, "event 600 is missing: the next one found is 601"), broken);
        Assert.Equal(599, verifier.Verified.Sequence);
    }

    [Fact]
    public async Task What_does_not_follow_or_is_not_what_was_sealed_or_ends_early_is_told_apart()
    {
        _register.Grow(3);
        var (first, second, third) = (_register.Log[0], _register.Log[1], _register.Log[2]);
        _register.Log[1] = second with { PreviousHash = third.Hash };
        Assert.Equal(new ChainBreak(2, "it does not name the hash of the event before"), (await _register.Verify(default)).Break);
        _register.Log[1] = second with { State = Sample.OtherState };
        Assert.Equal(new ChainBreak(2, "its content does not have the hash it carries"), (await _register.Verify(default)).Break);
        _register.Log[1] = second;
        _register.Log.RemoveAt(2);
        var early = (await _register.Verify(default)).Break!;
        Assert.Equal((2L, true), (early.Sequence, early.Problem.Contains("the register's head is 3", StringComparison.Ordinal)));
        Assert.Equal(Head.Empty.Hash, first.PreviousHash);
    }

    [Fact]
    public void A_snapshot_finds_records_by_State_and_what_was_never_there_is_nothing()
    {
        var register = Sample.Register(Sample.Authority("b"), Sample.Authority("a"), Sample.Authority("c", Sample.OtherState));
        Assert.Equal(["a", "b"], register.Of(Sample.State).Select(a => a.Id));
        Assert.Equal(["c"], register.Of(Sample.OtherState).Select(a => a.Id));
        Assert.Empty(RegisterSnapshot.Empty.Of(Sample.State));
        Assert.Equal(Sample.State, RegisterSnapshot.Empty.FactsOf(Sample.State).State);
    }

    /// <summary>A register whose head was read before the last commits.</summary>
    private sealed class At(MemoryRegister register, Head head) : IRegisterStore
    {
        public Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel) =>
            Task.FromResult(RegisterSnapshot.Empty with { Head = head });

        public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel) =>
            register.ReadEvents(after, limit, cancel);

        public Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel) => throw new NotSupportedException();

        public Task<long?> CommittedAt(string noticeId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<Hub.Register.Records.Authority?> ReadVersion(string recordId, int version, CancellationToken cancel) =>
            throw new NotSupportedException();

        public Task<Hub.Register.Laws.Law?> ReadLaw(string lawId, int version, CancellationToken cancel) =>
            throw new NotSupportedException();
    }
}
