using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;
using static Hub.Rules.Tests.Builders.SmallCommits;

namespace Hub.Rules.Tests.Register.Log;

/// <summary>The register: one transaction for a notice, whoever else writes.</summary>
public abstract class RegisterStoreContract
{
    /// <summary>An empty register.</summary>
    private protected abstract IRegisterStore Store { get; }

    /// <summary>The same, as another instance has it.</summary>
    private protected abstract IRegisterStore Other { get; }

    [Fact]
    public async Task An_empty_register_stands_before_the_first_event()
    {
        Assert.Equal(Head.Empty, (await Read(Store)).Head);
        Assert.Empty(await Store.ReadEvents(0, 10, default));
        Assert.Null(await Store.CommittedAt("notice", default));
    }

    [Fact]
    public async Task A_commit_leaves_records_events_and_head()
    {
        var commit = CommitOf("n1", Head.Empty, new AuthorityWrite(Authority(), null), Member("wacap"), Facts());

        Assert.Equal(new CommitResult.Committed(3), await Store.Commit(commit, default));

        var (mine, fresh) = (await Read(Store), await Read(Other));
        Assert.Equal(commit.To, fresh.Head);
        Assert.Equal(Text(mine), Text(fresh));
        Assert.Equal(commit.Events.Select(e => e.Hash), (await Other.ReadEvents(0, 10, default)).Select(e => e.ComputeHash()));
        Assert.Equal(3, await Other.CommittedAt("n1", default));
    }

    [Fact]
    public async Task A_law_keeps_its_versions_and_is_found_by_whoever_follows_and_whoever_reads_anew()
    {
        await Commit("n1", Head.Empty, new LawWrite(Law(), null));
        var first = await Read(Store);
        await Commit("n2", first.Head, new LawWrite(Law(2, "New"), first.Laws["law-1"]));

        Assert.Equal((null, "New", null), (
            (await Store.ReadLaw("law-1", 1, default))!.ShortTitle, (await Store.ReadLaw("law-1", 2, default))!.ShortTitle,
            await Store.ReadLaw("law-1", 3, default)));
        Assert.Equal((2, 2), ((await Read(Store)).Laws["law-1"].Version, (await Read(Other)).Laws["law-1"].Version));
        Assert.Empty((await Read(Other)).Authorities);
    }

    [Fact]
    public async Task A_notice_is_committed_once_even_where_it_is_prepared_again_on_the_new_head()
    {
        await Store.Commit(CommitOf("n1", Head.Empty, Member("wacap")), default);
        var head = (await Read(Other)).Head;

        var again = await Other.Commit(CommitOf("n1", head, Member("wacap")), default);

        Assert.Equal(new CommitResult.Committed(1), again);
        Assert.Equal(head, (await Read(Other)).Head);
        Assert.Single(await Store.ReadEvents(0, 10, default));
    }

    [Fact]
    public async Task A_commit_that_comes_a_second_time_is_told_to_look_at_the_new_head()
    {
        var commit = CommitOf("n1", Head.Empty, Member("wacap"));
        await Store.Commit(commit, default);

        Assert.Equal(new CommitResult.HeadMoved(), await Store.Commit(commit, default));
        Assert.Equal(1, await Store.CommittedAt("n1", default));
    }

    [Fact]
    public async Task Events_are_read_behind_one_of_them_some_at_a_time()
    {
        await Commit("n1", Head.Empty, Member("wacap"), Member("ejn"), Facts());

        Assert.Equal([2, 3], (await Store.ReadEvents(1, 10, default)).Select(e => e.Sequence));
        Assert.Equal([2], (await Store.ReadEvents(1, 1, default)).Select(e => e.Sequence));
        Assert.Empty(await Store.ReadEvents(3, 10, default));
    }

    [Fact]
    public async Task A_record_that_a_notice_touches_twice_is_as_it_was_last()
    {
        var (first, second, third) = (Authority(), Authority(version: 2), Authority(version: 3, comments: "third"));
        await Commit(
            "n1", Head.Empty, new AuthorityWrite(first, null), new AuthorityWrite(second, first), new AuthorityWrite(third, second));

        Assert.Equal("third", (await Read(Other)).Authorities["record-1"].Restricted.Comments);
        Assert.All([1, 2, 3], v => Assert.Equal(v, Store.ReadVersion("record-1", v, default).Result!.Version));
    }

    [Fact]
    public async Task A_head_moved_by_another_instance_is_noticed_and_nothing_is_written()
    {
        await Read(Store);
        await Other.Commit(CommitOf("n1", Head.Empty, Member("wacap")), default);

        Assert.IsType<CommitResult.HeadMoved>(await Store.Commit(CommitOf("n2", Head.Empty, Member("ejn")), default));

        Assert.Null(await Store.CommittedAt("n2", default));
        var moved = await Read(Store);
        Assert.Equal(new CommitResult.Committed(2), await Store.Commit(CommitOf("n2", moved.Head, Member("ejn")), default));
    }

    [Fact]
    public async Task Every_version_of_a_record_stays_readable()
    {
        var (first, second) = (Authority(comments: "first"), Authority(version: 2, comments: "second"));
        var head = await Commit("n1", Head.Empty, new AuthorityWrite(first, null));
        await Commit("n2", head, new AuthorityWrite(second, first));

        Assert.Equal("first", (await Other.ReadVersion("record-1", 1, default))!.Restricted.Comments);
        Assert.Equal("second", (await Other.ReadVersion("record-1", 2, default))!.Restricted.Comments);
        Assert.Null(await Other.ReadVersion("record-1", 3, default));
        Assert.Null(await Other.ReadVersion("record-2", 1, default));
    }

    [Fact]
    public async Task Two_instances_at_once_keep_the_log_without_gaps()
    {
        await Task.WhenAll(Write(Store, "a"), Write(Other, "b"));

        var verifier = new ChainVerifier();
        Assert.All(await Store.ReadEvents(0, 100, default), e => Assert.Null(verifier.Take(e)));
        Assert.Equal((20, (await Read(Other)).Head), (verifier.Verified.Sequence, verifier.Verified));
    }

    private static async Task Write(IRegisterStore store, string name)
    {
        for (var i = 0; i < 10; i++)
            while (await store.Commit(
                CommitOf($"{name}{i}", (await Read(store)).Head, Member($"{name}-{i}")), default) is CommitResult.HeadMoved)
                await Read(store);
    }

    private protected async Task<Head> Commit(string notice, Head from, params RecordWrite[] writes)
    {
        var commit = CommitOf(notice, from, writes);
        Assert.IsType<CommitResult.Committed>(await Store.Commit(commit, default));
        return commit.To;
    }

    private protected static Task<RegisterSnapshot> Read(IRegisterStore store) => store.Read(TimeSpan.Zero, default);

    private protected static string Text(RegisterSnapshot register) => JsonSerializer.Serialize(
        new
        {
            register.Head,
            Authorities = register.Authorities.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value),
            Memberships = register.Memberships.Values.OrderBy(m => m.Network, StringComparer.Ordinal)
                .ThenBy(m => m.State.Value, StringComparer.Ordinal),
            Laws = register.Laws.Values.OrderBy(l => l.LawId, StringComparer.Ordinal),
            States = register.States.Values.OrderBy(s => s.State.Value, StringComparer.Ordinal),
        },
        HubJson.Options);
}
