using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Azure.Tests.Tables;

/// <summary>The register in its table: one transaction for a notice, whoever else writes.</summary>
[Collection(StorageCollection.Name)]
public sealed class RegisterStoreTests(Storage storage) : IAsyncLifetime, IDisposable
{
    private readonly RegisterStore _store = new(storage.Tables, TimeProvider.System);
    private readonly RegisterStore _other = new(storage.Tables, TimeProvider.System);

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Register);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task An_empty_register_stands_before_the_first_event()
    {
        Assert.Equal(Head.Empty, (await Read(_store)).Head);
        Assert.Empty(await _store.ReadEvents(0, 10, default));
        Assert.Null(await _store.CommittedAt("notice", default));
    }

    [Fact]
    public async Task A_head_of_a_version_that_kept_no_time_is_read_and_the_log_goes_on_from_it()
    {
        await _store.Commit(Sample.Commit("first", (await Read(_store)).Head, Sample.Facts()), default);
        var head = (await storage.Tables.Register.GetEntityAsync<TableEntity>("register", "head")).Value;
        head["Json"] = $$"""{"sequence":1,"hash":"{{(await Read(_store)).Head.Hash}}"}""";
        await storage.Tables.Register.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);

        Assert.Null((await _other.Verify(default)).Break);
        await _other.Commit(Sample.Commit("second", (await Read(_other)).Head, Sample.Facts()), default);
        Assert.Equal(2, (await Read(_store)).Head.Sequence);
    }

    [Fact]
    public async Task A_commit_of_another_instance_is_seen_though_the_clock_was_set_back()
    {
        var clock = new StorageClock(TimeProvider.System);
        using var store = new RegisterStore(storage.Tables, clock);
        await store.Read(TimeSpan.Zero, default);
        var now = DateTimeOffset.UtcNow;
        clock.Compare(now, now, now.AddMinutes(-10));
        await _other.Commit(Sample.Commit("notice", (await Read(_other)).Head, Sample.Facts()), default);
        Assert.Equal(1, (await store.Read(TimeSpan.Zero, default)).Head.Sequence);
    }

    [Fact]
    public async Task A_commit_leaves_records_events_and_head()
    {
        var commit = Sample.Commit("n1", Head.Empty, new AuthorityWrite(Sample.Authority(), null), Sample.Member("wacap"), Sample.Facts());

        Assert.Equal(new CommitResult.Committed(3), await _store.Commit(commit, default));

        var (mine, fresh) = (await Read(_store), await Read(_other));
        Assert.Equal(commit.To, fresh.Head);
        Assert.Equal(Text(mine), Text(fresh));
        Assert.Equal(commit.Events.Select(e => e.Hash), (await _other.ReadEvents(0, 10, default)).Select(e => e.ComputeHash()));
        Assert.Equal(3, await _other.CommittedAt("n1", default));
    }

    [Fact]
    public async Task A_notice_is_committed_once_even_where_it_is_prepared_again_on_the_new_head()
    {
        await _store.Commit(Sample.Commit("n1", Head.Empty, Sample.Member("wacap")), default);
        var head = (await Read(_other)).Head;

        var again = await _other.Commit(Sample.Commit("n1", head, Sample.Member("wacap")), default);

        Assert.Equal(new CommitResult.Committed(1), again);
        Assert.Equal(head, (await Read(_other)).Head);
        Assert.Single(await _store.ReadEvents(0, 10, default));
    }

    [Fact]
    public async Task A_head_moved_by_another_instance_is_noticed_and_nothing_is_written()
    {
        await Read(_store);
        await _other.Commit(Sample.Commit("n1", Head.Empty, Sample.Member("wacap")), default);

        Assert.IsType<CommitResult.HeadMoved>(await _store.Commit(Sample.Commit("n2", Head.Empty, Sample.Member("ejn")), default));

        Assert.Null(await _store.CommittedAt("n2", default));
        var moved = await Read(_store);
        Assert.Equal(new CommitResult.Committed(2), await _store.Commit(Sample.Commit("n2", moved.Head, Sample.Member("ejn")), default));
    }

    [Fact]
    public async Task A_transaction_that_fails_at_any_of_its_rows_leaves_nothing()
    {
        await _store.Commit(Sample.Commit("n1", Head.Empty, Sample.Member("wacap")), default);
        await storage.Tables.Register.AddEntityAsync(new TableEntity("register", "event-000000000003"));
        var before = await Read(_store);

        var failed = await _store.Commit(Sample.Commit("n2", before.Head, Sample.Member("ejn"), Sample.Facts()), default);

        Assert.IsType<CommitResult.HeadMoved>(failed);
        Assert.Equal(Text(before), Text(await Read(_other)));
        Assert.Null(await _other.CommittedAt("n2", default));
        Assert.False((await storage.Tables.Register.GetEntityIfExistsAsync<TableEntity>("register", "event-000000000002")).HasValue);
    }

    [Fact]
    public async Task A_snapshot_that_follows_the_log_is_the_one_that_is_loaded_whole()
    {
        var authority = Sample.Authority();
        var head = await Commit("n0", Head.Empty, new AuthorityWrite(authority, null), Sample.Facts());
        await Read(_other);
        for (var i = 2; i <= 6; i++)
        {
            var next = authority with { Version = i };
            head = await Commit(
                $"n{i}", head, new AuthorityWrite(next, authority), Sample.Member("wacap"), Sample.Member($"network-{i}", Sample.Ghana));
            authority = next;
        }

        var followed = await Read(_other);
        using var third = new RegisterStore(storage.Tables, TimeProvider.System);

        Assert.Equal(Text(await Read(third)), Text(followed));
        Assert.Equal(6, followed.Authorities["record-1"].Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_snapshot_is_of_one_moment_though_others_commit_while_it_is_read(bool follows)
    {
        var (first, second) = (Sample.Authority(comments: "first"), Sample.Authority(version: 2, comments: "second"));
        var meanwhile = new Meanwhile();
        using var reads = new RegisterStore(
            new(new TableServiceClient(storage.ConnectionString, meanwhile.Options())),
            TimeProvider.System);
        var head = follows ? await Commit("n0", Head.Empty, Sample.Member("ejn")) : Head.Empty;
        if (follows)
            await Read(reads);
        head = await Commit("n1", head, new AuthorityWrite(first, null));
        meanwhile.AfterNextHead = () => Commit("n2", head, new AuthorityWrite(second, first), Sample.Member("wacap"));

        var snapshot = await Read(reads);

        Assert.Null(meanwhile.AfterNextHead);
        Assert.Equal(Text(await Read(_other)), Text(snapshot));
        Assert.Equal(snapshot.Head.Sequence, (await _store.ReadEvents(0, 100, default))[^1].Sequence);
    }

    [Fact]
    public async Task A_snapshot_far_behind_comes_to_the_head_all_the_same()
    {
        var head = await Commit("n0", Head.Empty, Sample.Member("wacap"));
        await Read(_other);
        for (var i = 0; i < 7; i++)
            head = await Commit($"n-{i}", head, [.. Enumerable.Range(0, 30).Select(j => Sample.Member($"network-{i}-{j}"))]);

        Assert.Equal((head, 211), ((await Read(_other)).Head, (await Read(_other)).Memberships.Count));
        Assert.Equal([101, 102], (await _other.ReadEvents(100, 2, default)).Select(e => e.Sequence));
    }

    [Fact]
    public async Task Every_version_of_a_record_stays_readable()
    {
        var (first, second) = (Sample.Authority(comments: "first"), Sample.Authority(version: 2, comments: "second"));
        var head = await Commit("n1", Head.Empty, new AuthorityWrite(first, null));
        await Commit("n2", head, new AuthorityWrite(second, first));

        Assert.Equal("first", (await _other.ReadVersion("record-1", 1, default))!.Restricted.Comments);
        Assert.Equal("second", (await _other.ReadVersion("record-1", 2, default))!.Restricted.Comments);
        Assert.Null(await _other.ReadVersion("record-1", 3, default));
        Assert.Null(await _other.ReadVersion("record-2", 1, default));
    }

    [Theory]
    [InlineData(29_900)]
    [InlineData(29_901)]
    [InlineData(100_000)]
    public async Task A_record_longer_than_a_property_comes_back_whole(int characters)
    {
        // Characters of two UTF-16 units, at odd and even places: a property may end between the halves of one.
        var comments = new string('x', characters % 2) + string.Concat(Enumerable.Repeat("😀", characters / 2));

        await Commit("n1", Head.Empty, new AuthorityWrite(Sample.Authority(comments: comments), null));

        Assert.Equal(comments, (await Read(_other)).Authorities["record-1"].Restricted.Comments);
    }

    [Fact]
    public async Task Two_instances_at_once_keep_the_log_without_gaps()
    {
        await Task.WhenAll(Write(_store, "a"), Write(_other, "b"));

        var verifier = new ChainVerifier();
        Assert.All(await _store.ReadEvents(0, 100, default), e => Assert.Null(verifier.Take(e)));
        Assert.Equal((20, (await Read(_other)).Head), (verifier.Verified.Sequence, verifier.Verified));
    }

    private static async Task Write(RegisterStore store, string name)
    {
        for (var i = 0; i < 10; i++)
            while (await store.Commit(
                Sample.Commit($"{name}{i}", (await Read(store)).Head, Sample.Member($"{name}-{i}")), default) is CommitResult.HeadMoved)
                await Read(store);
    }

    private async Task<Head> Commit(string notice, Head from, params RecordWrite[] writes)
    {
        var commit = Sample.Commit(notice, from, writes);
        Assert.IsType<CommitResult.Committed>(await _store.Commit(commit, default));
        return commit.To;
    }

    private static Task<RegisterSnapshot> Read(RegisterStore store) => store.Read(TimeSpan.Zero, default);

    private static string Text(RegisterSnapshot register) => JsonSerializer.Serialize(
        new
        {
            register.Head,
            Authorities = register.Authorities.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => a.Value),
            Memberships = register.Memberships.Values.OrderBy(m => m.Network, StringComparer.Ordinal)
                .ThenBy(m => m.State.Value, StringComparer.Ordinal),
            States = register.States.Values.OrderBy(s => s.State.Value, StringComparer.Ordinal),
        },
        HubJson.Options);
}
