using Azure;
using Azure.Data.Tables;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Azure.Tables.Register;

/// <summary>
/// The register in one partition, so that one transaction holds records, events and head; a snapshot in memory serves reads.
/// </summary>
public sealed class RegisterStore(HubTables tables, TimeProvider clock) : IRegisterStore, IDisposable
{
    private const string Partition = "register";
    private const string HeadRow = "head";

    // More events than this since the snapshot, and reading the whole register is cheaper than following them.
    private const int MostEventsToFollow = 200;

    private readonly SemaphoreSlim _refreshing = new(1);
    private Cached _cached = new(RegisterSnapshot.Empty, default, 0, IsLoaded: false);

    /// <inheritdoc/>
    public async Task<RegisterSnapshot> Read(TimeSpan maxAge, CancellationToken cancel)
    {
        var asked = clock.GetTimestamp();
        if (IsFresh(asked, maxAge))
            return _cached.Snapshot;
        await _refreshing.WaitAsync(cancel);
        try
        {
            // Whoever waited here is served by the refresh that began after it asked.
            if (!IsFresh(asked, maxAge))
                _cached = await Refresh(_cached, clock.GetTimestamp(), cancel);
            return _cached.Snapshot;
        }
        finally
        {
            _refreshing.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<CommitResult> Commit(RegisterCommit commit, CancellationToken cancel)
    {
        var cached = _cached;
        if (cached.Snapshot.Head != commit.From)
            return new CommitResult.HeadMoved();
        var actions = RegisterTransaction.Of(commit, cached.HeadETag, Partition, HeadRow);
        try
        {
            var responses = (await tables.Register.SubmitTransactionAsync(actions, cancel)).Value;
            await Remember(commit, responses[0].Headers.ETag, cancel);
            return new CommitResult.Committed(commit.To.Sequence);
        }
        catch (TableTransactionFailedException e) when (e.Status is 409 or 412)
        {
            return await CommittedAt(commit.NoticeId, cancel) is { } last ? new CommitResult.Committed(last) : new CommitResult.HeadMoved();
        }
        catch (TableTransactionFailedException e) when (e.Status is 400 or 413)
        {
            return new CommitResult.NotTaken(e.ErrorCode ?? $"{e.Status}");
        }
    }

    /// <inheritdoc/>
    public async Task<long?> CommittedAt(string noticeId, CancellationToken cancel) =>
        await tables.Register.GetEntityIfExistsAsync<TableEntity>(
            Partition, RegisterTransaction.CommitRow(noticeId), cancellationToken: cancel)
            is { HasValue: true, Value: { } entity } ? entity.GetInt64("Last") : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<DirectoryEvent>> ReadEvents(long after, int limit, CancellationToken cancel) =>
        tables.Register.List<DirectoryEvent>(
            $"PartitionKey eq {Partition} and RowKey gt {RegisterTransaction.EventRow(after)} and RowKey lt {"event."}", cancel, limit);

    /// <inheritdoc/>
    public async Task<Authority?> ReadVersion(string recordId, int version, CancellationToken cancel)
    {
        var row = RegisterTransaction.VersionRow(recordId, version);
        if (await tables.Register.Find<Authority>(Partition, row, cancel) is { } earlier)
            return earlier;
        var present = await tables.Register.Find<Authority>(Partition, RegisterTransaction.AuthorityRow(recordId), cancel);
        return present?.Version == version ? present : null;
    }

    /// <inheritdoc/>
    public async Task<Law?> ReadLaw(string lawId, int version, CancellationToken cancel)
    {
        if (await tables.Register.Find<Law>(Partition, RegisterTransaction.VersionRow(lawId, version), cancel) is { } earlier)
            return earlier;
        var present = await tables.Register.Find<Law>(Partition, lawId, cancel);
        return present?.Version == version ? present : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _refreshing.Dispose();

    // By a clock that is never put right.
    private bool IsFresh(long asked, TimeSpan maxAge) => _cached.IsLoaded && clock.GetElapsedTime(_cached.At, asked) <= maxAge;

    private async Task Remember(RegisterCommit commit, ETag? headETag, CancellationToken cancel)
    {
        await _refreshing.WaitAsync(cancel);
        try
        {
            if (_cached.Snapshot.Head == commit.From && headETag is { } etag)
                _cached = new(_cached.Snapshot.With(commit.Writes, commit.To), etag, clock.GetTimestamp(), IsLoaded: true);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    // Rows are read after the head, and may be of a later commit. Every commit writes the head too: a snapshot is of one moment where the
    // head is still the same behind it (I9), and where it is not, what came meanwhile is followed.
    private async Task<Cached> Refresh(Cached old, long at, CancellationToken cancel)
    {
        for (var (read, head) = (old, await ReadHead(cancel)); ;)
        {
            if (head is null)
                return new(RegisterSnapshot.Empty, default, at, IsLoaded: true);
            var present = head.Value<Head>();
            if (read.IsLoaded && present == read.Snapshot.Head)
                return read with { HeadETag = head.ETag, At = at };
            read = new(await Read(read, present, cancel), head.ETag, at, IsLoaded: true);
            head = await ReadHead(cancel);
        }
    }

    private async Task<TableEntity?> ReadHead(CancellationToken cancel) =>
        await tables.Register.GetEntityIfExistsAsync<TableEntity>(Partition, HeadRow, cancellationToken: cancel)
            is { HasValue: true, Value: { } head } ? head : null;

    private Task<RegisterSnapshot> Read(Cached old, Head head, CancellationToken cancel) =>
        old.IsLoaded && head.Sequence - old.Snapshot.Head.Sequence is > 0 and <= MostEventsToFollow
            ? Follow(old.Snapshot, head, cancel)
            : Load(head, cancel);

    private async Task<RegisterSnapshot> Follow(RegisterSnapshot snapshot, Head head, CancellationToken cancel)
    {
        var events = await ReadEvents(snapshot.Head.Sequence, MostEventsToFollow, cancel);
        var rows = events.Where(e => e.Sequence <= head.Sequence).Select(RegisterTransaction.RowOf).OfType<string>().Distinct();
        var entities = await Task.WhenAll(rows.Select(
            row => tables.Register.GetEntityAsync<TableEntity>(Partition, row, cancellationToken: cancel)));
        return snapshot.With(entities.Select(e => RegisterTransaction.WriteOf(e.Value)).OfType<RecordWrite>(), head);
    }

    // The rows of events and earlier versions stand between these and are not read.
    private async Task<RegisterSnapshot> Load(Head head, CancellationToken cancel)
    {
        var ranges = await Task.WhenAll(RegisterTransaction.RecordPrefixes.Select(prefix => tables.Register.List(
            $"PartitionKey eq {Partition} and RowKey ge {prefix + "-"} and RowKey lt {prefix + "."}", cancel,
            read: RegisterTransaction.WriteOf)));
        return RegisterSnapshot.Empty.With(ranges.SelectMany(r => r).OfType<RecordWrite>(), head);
    }

    private sealed record Cached(RegisterSnapshot Snapshot, ETag HeadETag, long At, bool IsLoaded);
}
