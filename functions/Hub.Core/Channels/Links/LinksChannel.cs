using System.Text.Json;
using Hub.Core.Json;
using Hub.Core.Networks;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Channels.Links;

/// <summary>A public page.</summary>
/// <param name="Path">Its path, e.g. <c>networks/fr/wacap.html</c>.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
public sealed record Page(string Path, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>Renders the public network pages: HTML in six languages, JSON and linkset (RFC 9264).</summary>
public interface INetworkPages
{
    /// <summary>The paths of the pages that show these networks and States; of all pages where none are named.</summary>
    IEnumerable<string> Paths(NetworkDirectory directory, IReadOnlyCollection<string>? networks, IReadOnlyCollection<StateCode>? states);

    /// <summary>A page by its path; null where there is none.</summary>
    Page? Render(string path, NetworkDirectory directory);
}

/// <summary>Where public pages are put.</summary>
public interface IPageStore
{
    /// <summary>Puts a page where everyone can read it, in place of the one before.</summary>
    Task Put(Page page, CancellationToken cancel);
}

/// <summary>Links: renders the network pages that an event touches, and puts them where everyone can read them.</summary>
public sealed class LinksChannel(
    IRegisterStore register, INetworkPages pages, IPageStore store, NetworkCatalog networks, StateCatalog states, TimeProvider clock) : IChannel
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
        var round = PageRound.Of(cursor) ?? new PageRound(events[^1].Sequence, null);
        if (cursor.Position > 0 && !events.Any(e => e.Sequence <= round.UpTo && Touches(e)))
            return new Step.Moved(round.UpTo);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var directory = new NetworkDirectory(snapshot, networks, states, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var paths = Paths(cursor, directory, events.Where(e => e.Sequence <= round.UpTo)).Where(p => string.CompareOrdinal(p, round.Done) > 0).Take(PagesAStep).ToList();
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (path, stop) =>
        {
            if (pages.Render(path, directory) is { } page)
                await store.Put(page, stop);
        });
        return paths.Count < PagesAStep
            ? new Step.Moved(round.UpTo)
            : new Step.Moved(cursor.Position, (round with { Done = paths[^1] }).ToJson());
    }

    // The first round puts every page there; later ones those that changed. In order, so that a round can be taken up where it stopped.
    private IEnumerable<string> Paths(Cursor cursor, NetworkDirectory directory, IEnumerable<DirectoryEvent> events)
    {
        if (cursor.Position == 0)
            return pages.Paths(directory, null, null).Order(StringComparer.Ordinal);
        var touched = events.Where(Touches).ToList();
        var names = touched.Select(e => e.Facts.Network).OfType<string>().Distinct();
        var touchedStates = touched.Select(e => e.State).OfType<StateCode>().Distinct();
        return pages.Paths(directory, [.. names], [.. touchedStates]).Order(StringComparer.Ordinal);
    }

    private static bool Touches(DirectoryEvent e) => e.Type is EventType.MembershipChanged or EventType.LegalBasisDeclared;
}

/// <summary>A round of pages in progress: a step puts so many, and the cursor says where the next goes on.</summary>
/// <param name="UpTo">The last event the round covers.</param>
/// <param name="Done">The last path, in their order, that is put; null before the first.</param>
public sealed record PageRound(long UpTo, string? Done)
{
    /// <summary>Reads it from a cursor; null between rounds.</summary>
    public static PageRound? Of(Cursor cursor) => cursor.Work is { } json ? JsonSerializer.Deserialize<PageRound>(json, HubJson.Options) : null;

    /// <summary>As a cursor keeps it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, HubJson.Options);
}
