using System.Net;
using Hub.Functions.Lookup;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Register.Networks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Browser.Tests;

/// <summary>The network pages on this machine's loopback: the function that ships, on a register in memory.</summary>
internal sealed class PageSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PageSite(WebApplication app) => _app = app;

    /// <summary>Where they are; it ends in a slash.</summary>
    public Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    public static async Task<PageSite> Start(SeededRegister register)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var pages = new ReadNetworks(
            new NetworkPages(new("https://directory.example/")), register, SeededRegister.Networks, SeededRegister.States,
            new MembershipLog(register), TimeProvider.System);
        app.MapGet("networks/{**path}", async (HttpContext http, string? path) =>
            await Answer(http, await pages.Show(http.Request, path, http.RequestAborted)));
        app.MapGet("assets/{name}", (HttpContext http, string name) => Answer(http, Assets.Show(http.Request, name)));
        app.MapGet("requests", (HttpContext http) => Answer(http, RequestWriterPage.Show(http.Request)));
        var directory = new DirectoryPackage(register, TimeProvider.System);
        app.MapGet("api/directory/package", async (HttpContext http) => await Answer(http, await directory.Get(http.Request, http.RequestAborted)));
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task Answer(HttpContext http, IActionResult result)
    {
        if (result is not RedirectResult redirect)
            return result.ExecuteResultAsync(new(http, new RouteData(), new()));
        http.Response.Redirect(redirect.Url, redirect.Permanent);
        return Task.CompletedTask;
    }
}
