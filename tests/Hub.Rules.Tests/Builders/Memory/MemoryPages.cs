using System.Collections.Concurrent;
using Hub.Delivery.NetworkPages;

namespace Hub.Rules.Tests.Builders.Memory;

/// <summary>Public pages in memory, each of the latest version that was put.</summary>
internal sealed class MemoryPages : IPageStore
{
    private readonly ConcurrentDictionary<string, (Page Page, PageVersion Version)> _pages = [];

    /// <summary>The paths of what was put since it was last forgotten.</summary>
    public ConcurrentDictionary<string, PageVersion> Written { get; } = [];

    /// <summary>A path at which no page can be put.</summary>
    public string? FailAt { get; set; }

    public Page? Find(string path) => _pages.TryGetValue(path, out var there) ? there.Page : null;

    public Task Put(Page page, PageVersion version, CancellationToken cancel)
    {
        if (page.Path == FailAt)
            throw new IOException("The page cannot be put.");
        _pages.AddOrUpdate(
            page.Path, (page, version), (_, there) => there.Version.IsLaterThan(version) ? there : (page, version));
        Written[page.Path] = version;
        return Task.CompletedTask;
    }
}
