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

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => RetryPolicy.OwnServices;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var events = await run.EventsAfter(cursor.Position, cancel);
        var touched = events.Where(e => e.Type is EventType.MembershipChanged or EventType.LegalBasisDeclared).ToList();
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        var directory = new NetworkDirectory(snapshot, networks, states, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        foreach (var path in Paths(cursor, directory, touched))
            if (pages.Render(path, directory) is { } page)
                await store.Put(page, cancel);
        return new Step.Moved(events[^1].Sequence);
    }

    // The first run puts every page there; later ones those that changed.
    private IEnumerable<string> Paths(Cursor cursor, NetworkDirectory directory, IReadOnlyCollection<DirectoryEvent> touched) =>
        (cursor.Position, touched.Count) switch
        {
            (0, _) => pages.Paths(directory, null, null),
            (_, 0) => [],
            _ => pages.Paths(
                directory, [.. touched.Select(e => e.Facts.Network).OfType<string>().Distinct()], [.. touched.Select(e => e.State).Distinct()]),
        };
}
