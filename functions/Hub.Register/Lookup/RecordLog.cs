using System.Collections.Immutable;
using Hub.Register.Log;

namespace Hub.Register.Lookup;

/// <summary>What happened to a record or law, as the log says.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Type">What.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Version">The version that came into being; null where none did.</param>
/// <param name="Changed">The fields that changed, by name; null where it came new.</param>
/// <param name="Notice">The notice; null where none was approved.</param>
public sealed record RecordEvent(
    long Sequence, EventType Type, DateTimeOffset Time, int? Version, IReadOnlyList<string>? Changed, string? Notice);

/// <summary>What happened to each record and law, and when editions were published, up to an event.</summary>
/// <param name="Position">That event.</param>
/// <param name="ByRecord">By the id of the record or law, oldest first.</param>
/// <param name="Editions">The publications, oldest first.</param>
public sealed record RecordEvents(
    long Position, ImmutableDictionary<string, ImmutableList<RecordEvent>> ByRecord, ImmutableList<DirectoryEvent> Editions)
{
    /// <summary>Before the first event.</summary>
    public static RecordEvents None { get; } = new(0, ImmutableDictionary<string, ImmutableList<RecordEvent>>.Empty, []);

    /// <summary>What happened to a record or law, oldest first.</summary>
    public IReadOnlyList<RecordEvent> Of(string record) => ByRecord.GetValueOrDefault(record) ?? [];

    /// <summary>The same with the events that follow.</summary>
    public RecordEvents With(IEnumerable<DirectoryEvent> next)
    {
        var (position, records, editions) = (Position, ByRecord.ToBuilder(), Editions);
        foreach (var e in next.Where(e => e.Sequence > Position))
        {
            position = e.Sequence;
            if (e.Type == EventType.EditionPublished)
                editions = editions.Add(e);
            else if (e.Facts is { } f && (f.RecordId ?? f.LawId) is { } id)
                records[id] = (records.TryGetValue(id, out var known) ? known : [])
                    .Add(new(e.Sequence, e.Type, e.Time, f.RecordVersion ?? f.LawVersion, f.Changed, f.NoticeId));
        }
        return new(position, records.ToImmutable(), editions);
    }

    /// <summary>The editions that list a record, newest first, each with the version that it has.</summary>
    public IEnumerable<(DirectoryEvent Edition, int Version)> EditionsOf(string record) =>
        from edition in Editions.Reverse()
        let last = Of(record).LastOrDefault(e => e.Version is not null && e.Sequence <= (edition.Facts.FrozenAt ?? edition.Sequence))
        where last is { Type: not EventType.AuthorityWithdrawn }
        select (edition, last.Version!.Value);
}

/// <summary>The log, record by record. It only grows, so what was read stays true: each look reads on from the last one.</summary>
public sealed class RecordLog(IRegisterStore register)
{
    private const int Window = 1000;
    private volatile RecordEvents _read = RecordEvents.None;

    /// <summary>What happened up to an event, or later.</summary>
    public async Task<RecordEvents> UpTo(long head, CancellationToken cancel)
    {
        var read = _read;
        while (read.Position < head && await register.ReadEvents(read.Position, Window, cancel) is { Count: > 0 } events)
            read = read.With(events);
        // Two readers at once read the same: whichever is kept is right.
        if (read.Position > _read.Position)
            _read = read;
        return read;
    }
}
