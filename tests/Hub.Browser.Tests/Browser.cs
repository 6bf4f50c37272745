using Microsoft.Playwright;

namespace Hub.Browser.Tests;

/// <summary>Debian's Chromium, which looks at nothing but pages on this machine.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic", "--no-first-run",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Starts it.</summary>
    public static async Task<Browser> Start()
    {
        if (!File.Exists(Program))
            throw new InvalidOperationException(
                $"{Program} is missing, so that the pages cannot be looked at. "
                + "`./hub test` installs it; by hand: apt-get update && apt-get install -y chromium");
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags }));
    }

    /// <summary>An empty page in a context of its own, as of a browser that nobody has used.</summary>
    public async Task<IPage> Page(BrowserNewContextOptions options) => await (await _browser.NewContextAsync(options)).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
