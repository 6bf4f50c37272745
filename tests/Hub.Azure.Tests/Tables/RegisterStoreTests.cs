using Azure;
using Azure.Data.Tables;
using Hub.Azure.Tables.Register;
using Hub.Azure.Tests.Builders;
using Hub.Register.Log;
using Hub.Rules.Tests.Register.Log;
using static Hub.Rules.Tests.Builders.SmallCommits;

namespace Hub.Azure.Tests.Tables;

/// <summary>The register in its table: one transaction for a notice, whoever else writes.</summary>
[Collection(StorageCollection.Name)]
public sealed class RegisterStoreTests(Storage storage) : RegisterStoreContract, IAsyncLifetime, IDisposable
{
    private readonly RegisterStore _store = new(storage.Tables, TimeProvider.System);
    private readonly RegisterStore _other = new(storage.Tables, TimeProvider.System);

    private protected override IRegisterStore Store => _store;

    private protected override IRegisterStore Other => _other;

    public Task InitializeAsync() => Storage.Empty(storage.Tables.Register);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _store.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task A_head_of_a_version_that_kept_no_time_is_read_and_the_log_goes_on_from_it()
    {
        await _store.Commit(CommitOf("first", (await Read(_store)).Head, Facts()), default);
        var head = (await storage.Tables.Register.GetEntityAsync<TableEntity>("register", "head")).Value;
        head["Json"] = $$"""{"sequence":1,"hash":"{{(await Read(_store)).Head.Hash}}"}""";
        await storage.Tables.Register.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);

        Assert.Null((await _other.Verify(default)).Break);
        await _other.Commit(CommitOf("second", (await Read(_other)).Head, Facts()), default);
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
        await _other.Commit(CommitOf("notice", (await Read(_other)).Head, Facts()), default);
        Assert.Equal(1, (await store.Read(TimeSpan.Zero, default)).Head.Sequence);
    }

    [Fact]
    public async Task A_transaction_that_fails_at_any_of_its_rows_leaves_nothing()
    {
        await _store.Commit(CommitOf("n1", Head.Empty, Member("wacap")), default);
        await storage.Tables.Register.AddEntityAsync(new TableEntity("register", "event-000000000003"));
        var before = await Read(_store);

        var failed = await _store.Commit(CommitOf("n2", before.Head, Member("ejn"), Facts()), default);

        Assert.IsType<CommitResult.HeadMoved>(failed);
        Assert.Equal(Text(before), Text(await Read(_other)));
        Assert.Null(await _other.CommittedAt("n2", default));
        Assert.False((await storage.Tables.Register.GetEntityIfExistsAsync<TableEntity>("register", "event-000000000002")).HasValue);
    }

    [Fact]
    public async Task A_row_that_is_too_large_is_not_taken_and_leaves_nothing()
    {
        var before = await Read(_store);
        var large = new AuthorityWrite(Authority(comments: new string('ж', 900_000)), null);
        Assert.IsType<CommitResult.NotTaken>(await _store.Commit(CommitOf("n1", before.Head, large), default));
        Assert.Equal(Text(before), Text(await Read(_other)));
        Assert.Equal(new CommitResult.Committed(1), await _store.Commit(CommitOf("n1", before.Head, Member("ejn")), default));
    }

    [Fact]
    public async Task A_snapshot_that_follows_the_log_is_the_one_that_is_loaded_whole()
    {
        var authority = Authority();
        var head = await Commit("n0", Head.Empty, new AuthorityWrite(authority, null), Facts());
        await Read(_other);
        for (var i = 2; i <= 6; i++)
        {
            var next = authority with { Version = i };
            head = await Commit(
                $"n{i}", head, new AuthorityWrite(next, authority), Member("wacap"), Member($"network-{i}", Ghana));
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
        var (first, second) = (Authority(comments: "first"), Authority(version: 2, comments: "second"));
        var meanwhile = new Meanwhile();
        using var reads = new RegisterStore(
            new(new TableServiceClient(storage.ConnectionString, meanwhile.Options())),
            TimeProvider.System);
        var head = follows ? await Commit("n0", Head.Empty, Member("ejn")) : Head.Empty;
        if (follows)
            await Read(reads);
        head = await Commit("n1", head, new AuthorityWrite(first, null));
        meanwhile.AfterNextHead = () => Commit("n2", head, new AuthorityWrite(second, first), Member("wacap"));

        var snapshot = await Read(reads);

        Assert.Null(meanwhile.AfterNextHead);
        Assert.Equal(Text(await Read(_other)), Text(snapshot));
        Assert.Equal(snapshot.Head.Sequence, (await _store.ReadEvents(0, 100, default))[^1].Sequence);
    }

    [Fact]
    public async Task A_snapshot_far_behind_comes_to_the_head_all_the_same()
    {
        var head = await Commit("n0", Head.Empty, Member("wacap"));
        await Read(_other);
        for (var i = 0; i < 7; i++)
            head = await Commit($"n-{i}", head, [.. Enumerable.Range(0, 30).Select(j => Member($"network-{i}-{j}"))]);

        Assert.Equal((head, 211), ((await Read(_other)).Head, (await Read(_other)).Memberships.Count));
        Assert.Equal([101, 102], (await _other.ReadEvents(100, 2, default)).Select(e => e.Sequence));
    }

    [Theory]
    [InlineData(29_900)]
    [InlineData(29_901)]
    [InlineData(100_000)]
    public async Task A_record_longer_than_a_property_comes_back_whole(int characters)
    {
        // Characters of two UTF-16 units, at odd and even places: a property may end between the halves of one.
        var comments = new string('x', characters % 2) + string.Concat(Enumerable.Repeat("😀", characters / 2));

        await Commit("n1", Head.Empty, new AuthorityWrite(Authority(comments: comments), null));

        Assert.Equal(comments, (await Read(_other)).Authorities["record-1"].Restricted.Comments);
    }
}
