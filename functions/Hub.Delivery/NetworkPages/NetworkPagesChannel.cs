using Hub.Register.Log;
using Hub.Register.Networks;
using Hub.Register.States;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Delivery.NetworkPages;

/// <summary>
/// Links: renders the network pages that an event touches, and puts them where everyone can read them. A membership that begins or ends by
/// date alone touches them too: while one will, the cursor stays one event behind the log and is due on that day.
/// </summary>
public sealed class NetworkPagesChannel(
    IRegisterStore register, INetworkPages pages, IPageStore store, NetworkCatalog networks, StateCatalog states, MembershipLog log,
    SetAside aside, TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "links";

    /// <summary>The name of its only cursor.</summary>
    public const string CursorName = "networks";

    private const int PagesAStep = 100;
    private const int AtOnce = 8;

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => RetryPolicy.OwnServices;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var events = await run.EventsAfter(cursor.Position, cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var last = PageRound.Of(cursor);
        if (last is null && cursor.Position > 0 && !events.Any(Touches))
            return new Step.Moved(events[^1].Sequence);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var directory = new NetworkDirectory(snapshot, networks, states, last is { IsDone: false } ? last.Day : today)
        {
            Changes = await log.UpTo(snapshot.Head.Sequence, cancel),
        };
        var round = last is { IsDone: false } ? last : Next(cursor, last, events, directory);
        return round.IsDone || await Put(cursor, round, events, directory, cancel) is not { } done
            ? Rest(cursor, round with { IsDone = true, Done = null }, directory)
            : new Step.Moved(cursor.Position, (round with { Done = done }).ToJson());
    }

    // Nothing to put is a round that is done at once.
    private static PageRound Next(Cursor cursor, PageRound? last, IReadOnlyList<DirectoryEvent> events, NetworkDirectory directory)
    {
        var shown = last?.UpTo ?? cursor.Position;
        DateOnly? firstRound = cursor.Position == 0 ? null : directory.Day;
        var next = new PageRound(Math.Max(events[^1].Sequence, shown), directory.Day, last?.Day ?? firstRound);
        var touched = next.Since is not { } since || events.Any(e => e.Sequence > shown && Touches(e))
            || directory.TurningBetween(since, next.Day).Any();
        return next with { IsDone = !touched };
    }

    private async Task<string?> Put(
        Cursor cursor, PageRound round, IReadOnlyList<DirectoryEvent> events, NetworkDirectory directory, CancellationToken cancel)
    {
        var paths = Paths(round, events.Where(e => e.Sequence <= round.UpTo && e.Sequence > cursor.Position), directory)
            .Where(p => string.CompareOrdinal(p, round.Done) > 0).Take(PagesAStep).ToList();
        // Before the pages that name it. The sheet of an earlier release stays: pages that were not put since name that one.
        if (paths.Count > 0)
            await store.Put(pages.Sheet, new(directory.Sequence, directory.Day), cancel);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(paths, options, async (path, stop) =>
        {
            if (await Rendered(path, directory, stop) is { } page)
                await store.Put(page, new(directory.Sequence, directory.Day), stop);
        });
        return paths.Count < PagesAStep ? null : paths[^1];
    }

    // A page that cannot be made stays as it was and is on the failures list; the others are put all the same.
    private async Task<Page?> Rendered(string path, NetworkDirectory directory, CancellationToken cancel)
    {
        try
        {
            return pages.Render(path, directory);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var reason =
                $"The page {path} could not be made ({e.GetType().Name}): the one before stays there. Correct what it shows, then retry.";
            await aside.NoteOnce(Name, CursorName, path, reason, new(directory.Day.ToDateTime(default), TimeSpan.Zero), cancel);
            return null;
        }
    }

    // The first round puts every page there; later ones those that changed. In order, so that a round can be taken up where it stopped.
    private IEnumerable<string> Paths(PageRound round, IEnumerable<DirectoryEvent> events, NetworkDirectory directory)
    {
        if (round.Since is not { } since)
            return pages.Paths(directory, null, null).Order(StringComparer.Ordinal);
        var touched = events.Where(Touches).ToList();
        var turning = directory.TurningBetween(since, round.Day).ToList();
        var names = touched.Select(e => e.Facts.Network).OfType<string>().Union(turning.Select(m => m.Network));
        var touchedStates = touched.Select(e => e.State).OfType<StateCode>().Union(turning.Select(m => m.State));
        return pages.Paths(directory, [.. names], [.. touchedStates]).Order(StringComparer.Ordinal);
    }

    private static Step Rest(Cursor cursor, PageRound round, NetworkDirectory directory)
    {
        if (directory.NextTurn() is not { } turn)
            return new Step.Moved(round.UpTo);
        return cursor.Position < round.UpTo - 1
            ? new Step.Moved(round.UpTo - 1, round.ToJson())
            : new Step.Paced(new(turn.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), round.ToJson(), round.UpTo);
    }

    internal static bool Touches(DirectoryEvent e) => e.Type is EventType.MembershipChanged or EventType.LegalBasisDeclared;
}
