using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Azure.Tables.Intake;

/// <summary>
/// Notices by State. The fingerprints by which a repeat is recognised stand in the same partition, so that one transaction keeps a notice
/// and makes it recognisable.
/// </summary>
public sealed class NoticeStore : INoticeStore, IDisposable
{
    private const string Idempotency = "idempotency";
    private const string Note = "note";
    private const string NoteReference = "reference";
    private const string Content = "content";
    private readonly TableClient _notices;
    private readonly RowAnnouncements _announcements;
    private readonly NoticeIndex _index;
    private readonly OpenNotices _open;

    /// <summary>Keeps them in a table.</summary>
    public NoticeStore(HubTables tables, TimeProvider clock)
    {
        _notices = tables.Notices;
        _announcements = new(_notices, clock);
        _index = new(_notices, _announcements, clock);
        _open = new(_notices, _announcements, clock);
    }

    /// <inheritdoc/>
    public async Task<AddResult> Add(Notice notice, Fingerprints fingerprints, CancellationToken cancel)
    {
        var entity = Entity(notice);
        var seen = Seen(notice, fingerprints).ToList();
        await _announcements.Announce(notice.State.Value, cancel);
        var actions = seen.Prepend(entity).Select(e => new TableTransactionAction(TableTransactionActionType.Add, e));
        try
        {
            var responses = (await _notices.SubmitTransactionAsync(actions, cancel)).Value;
            return new AddResult.Added(notice with { ETag = responses[0].Headers.ETag?.ToString() });
        }
        catch (TableTransactionFailedException e) when (e.Status == 409)
        {
            return await Met(notice, fingerprints, seen, cancel);
        }
    }

    /// <inheritdoc/>
    public async Task<AddResult.KeySeen?> FindKey(StateCode state, Fingerprints fingerprints, CancellationToken cancel)
    {
        var row = $"seen-{Idempotency}-{fingerprints.Idempotency}";
        var found = await _notices.GetEntityIfExistsAsync<TableEntity>(state.Value, row, cancellationToken: cancel);
        return found is { HasValue: true, Value: { } first } ? KeySeen(first, fingerprints) : null;
    }

    /// <inheritdoc/>
    public async Task<Notice?> Find(string id, CancellationToken cancel) => Notice.StateOf(id) is { } state
        && await _notices.GetEntityIfExistsAsync<TableEntity>(state.Value, id, cancellationToken: cancel)
            is { HasValue: true, Value: { } found }
        ? Read(found)
        : null;

    /// <inheritdoc/>
    public async Task<Notice?> Save(Notice notice, CancellationToken cancel)
    {
        await _announcements.Announce(notice.State.Value, cancel);
        return await _notices.Update(Entity(notice), notice.ETag, cancel) is { } mark ? notice with { ETag = mark } : null;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Notice> Due(DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var id in await _open.Due(now, cancel))
            if (await Find(id, cancel) is { } notice && notice.DueAt <= now)
                yield return notice;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Notice> Untold([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var id in await _open.Untold(cancel))
            if (await Find(id, cancel) is { } notice && NoticeStanding.IsOwed(notice))
                yield return notice;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Notice>> List(StateCode? state, NoticeStatus? status, int limit, CancellationToken cancel)
    {
        // Fingerprints have no status; ids sort by time.
        FormattableString filter = (state, status) switch
        {
            ({ } s, { } t) => $"PartitionKey eq {s.Value} and Status eq {t.Code()}",
            ({ } s, null) => $"PartitionKey eq {s.Value} and Status ge {""}",
            (null, { } t) => $"Status eq {t.Code()}",
            (null, null) => $"Status ge {""}",
        };
        var all = await _notices.List(filter, cancel, read: Read);
        return [.. all.OrderByDescending(n => n.ReceivedAt).Take(limit)];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<NoticeSummary>> Summaries(CancellationToken cancel) => _index.Read(cancel);

    /// <inheritdoc/>
    public void Dispose()
    {
        _index.Dispose();
        _open.Dispose();
    }

    private async Task<AddResult> Met(Notice notice, Fingerprints fingerprints, List<TableEntity> seen, CancellationToken cancel)
    {
        foreach (var row in seen)
        {
            var found = await _notices.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancel);
            if (found is not { HasValue: true, Value: { } first } || first.GetString("Notice") == notice.Id)
                continue;
            var seenFor = first.GetString("Notice")!;
            return first.RowKey.Split('-')[1] switch
            {
                Idempotency => KeySeen(first, fingerprints),
                Note => new AddResult.NoteSeen(seenFor),
                NoteReference => new AddResult.ReferenceSeen(seenFor),
                _ => new AddResult.ContentSeen(seenFor),
            };
        }
        // A retry of the very same request whose first answer was lost.
        return new AddResult.Added(
            await Find(notice.Id, cancel) ?? throw new InvalidOperationException($"Notice {notice.Id} was neither kept nor met before."));
    }

    private static AddResult.KeySeen KeySeen(TableEntity first, Fingerprints fingerprints) =>
        new(first.GetString("Notice")!, first.GetString("Body") == fingerprints.Body);

    // The idempotency key comes first: a repeated request is more than a repeated note, and that more than what agrees in part.
    private static IEnumerable<TableEntity> Seen(Notice notice, Fingerprints fingerprints) =>
        from seen in new[]
        {
            (Idempotency, fingerprints.Idempotency), (Note, fingerprints.Note), (NoteReference, fingerprints.OfficialRef),
            (Content, fingerprints.Content),
        }
        where seen.Item2 is not null
        select new TableEntity(notice.State.Value, $"seen-{seen.Item1}-{seen.Item2}")
        {
            ["Notice"] = notice.Id, ["Body"] = fingerprints.Body,
        };

    private static TableEntity Entity(Notice notice)
    {
        var entity = JsonEntity.Of(
            notice.State.Value, notice.Id, notice, notice.ErasedAt is null && notice.EmptiedAt is null ? notice.ETag : null);
        entity["Status"] = notice.Status.Code();
        entity[NoticeIndex.Summary] = NoticeIndex.Written(notice);
        if (notice.DueAt is { } due)
            entity[OpenNotices.DueAt] = due;
        if (notice.EmptiedAt is not null)
            entity[OldRows.Emptied] = true;
        // In the same write as what the word is about: it is owed from that moment.
        if (NoticeStanding.IsOwed(notice))
            entity[OpenNotices.Owed] = true;
        return entity;
    }

    private static Notice Read(TableEntity entity) => entity.Value<Notice>(out var mark) with { ETag = mark };
}
