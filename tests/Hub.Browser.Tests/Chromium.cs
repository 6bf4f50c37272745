using Microsoft.Playwright;

namespace Hub.Browser.Tests;

/// <summary>Debian's Chromium and the site it reads: one of each for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private Browser? _browser;
    private PageSite? _site;

    internal Uri Site => _site!.Address;

    public async Task InitializeAsync()
    {
        _site = await PageSite.Start(new());
        _browser = await Browser.Start();
    }

    /// <summary>A page without scripts, as wide as a desk's screen or as a telephone's.</summary>
    public async Task<IPage> Open(string path, int width = 1200, bool scripts = false)
    {
        var page = await _browser!.Page(
            new() { BaseURL = Site.ToString(), JavaScriptEnabled = scripts, ViewportSize = new() { Width = width, Height = 800 } });
        // Nothing is fetched but from the hub itself.
        page.Request += (_, request) => Fetched.Add(request.Url);
        await page.GotoAsync(path);
        return page;
    }

    /// <summary>An empty page with scripts, whose requests are its test's business.</summary>
    public Task<IPage> Blank() => _browser!.Page(new() { BaseURL = Site.ToString(), AcceptDownloads = true, Locale = "en-GB" });

    /// <summary>Every address that any page asked for.</summary>
    public System.Collections.Concurrent.ConcurrentBag<string> Fetched { get; } = [];

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
    }
}

/// <summary>The classes that share it.</summary>
[CollectionDefinition(Name)]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>
{
    public const string Name = "Chromium";
}
