using System.Net;
using Hub.Azure.Links;
using Hub.Azure.Webhooks;
using Hub.Operations.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.Tests.Links;

/// <summary>A site with laws, friendly and hostile, on this machine.</summary>
public sealed class HttpLinkClientTests : IAsyncLifetime
{
    private readonly WebApplication _site;
    private readonly List<string> _asked = [];
    private string _robots = "";

    public HttpLinkClientTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _site = builder.Build();
        _site.Run(Answer);
    }

    public Task InitializeAsync() => _site.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task A_page_is_found_where_it_is_after_robots_txt_was_asked()
    {
        var found = Assert.IsType<LinkAnswer.Found>(await Look("/law"));
        Assert.Equal((At("/law").AbsoluteUri, true, 3), (found.FinalUrl, found.IsText, found.Content.Length));
        Assert.Equal(["/robots.txt", "/law"], _asked);
    }

    [Fact]
    public async Task A_file_is_a_file() => Assert.False(Assert.IsType<LinkAnswer.Found>(await Look("/file.pdf")).IsText);

    [Fact]
    public async Task A_page_that_moved_is_found_where_it_went() =>
        Assert.Equal(At("/law").AbsoluteUri, Assert.IsType<LinkAnswer.Found>(await Look("/moved")).FinalUrl);

    [Theory]
    [InlineData("/loop")]
    [InlineData("/nothing")]
    [InlineData("/error")]
    [InlineData("/drip")]
    [InlineData("/hangs")]
    [InlineData("/to-nowhere")]
    public async Task What_brings_no_page_is_missing(string path) => Assert.IsType<LinkAnswer.Missing>(await Look(path));

    [Theory]
    [InlineData("/forbidden")]
    [InlineData("/inward")]
    public async Task What_is_not_to_be_looked_at_is_blocked(string path) => Assert.IsType<LinkAnswer.Blocked>(await Look(path));

    [Fact]
    public async Task A_site_that_lets_no_program_look_is_not_looked_at()
    {
        _robots = "User-agent: *\nDisallow: /law";
        Assert.IsType<LinkAnswer.Blocked>(await Look("/law"));
        Assert.Equal(["/robots.txt"], _asked);
        Assert.IsType<LinkAnswer.Blocked>(await Look("/moved"));
        Assert.DoesNotContain("/law", _asked);
    }

    [Fact]
    public async Task A_page_without_end_is_read_to_a_limit() =>
        Assert.Equal(512 * 1024, Assert.IsType<LinkAnswer.Found>(await Look("/endless")).Content.Length);

    [Fact]
    public async Task What_is_behind_the_walls_is_not_looked_at()
    {
        using var http = WebhookHttp.Create(allowLoopback: false);
        Assert.IsType<LinkAnswer.Blocked>(await Client(http).Look(At("/law"), default));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task A_hub_that_stops_does_not_call_a_site_dead()
    {
        using var http = WebhookHttp.Create(allowLoopback: true);
        using var stop = new CancellationTokenSource();
        var looking = Client(http).Look(At("/hangs"), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looking);
    }

    private async Task Answer(HttpContext context)
    {
        var path = $"{context.Request.Path}";
        lock (_asked)
            _asked.Add(path);
        var response = context.Response;
        switch (path)
        {
            case "/robots.txt" when _robots.Length > 0:
                await response.WriteAsync(_robots);
                break;
            case "/law":
                response.ContentType = "text/html; charset=utf-8";
                await response.WriteAsync("law");
                break;
            case "/file.pdf":
                response.ContentType = "application/pdf";
                await response.WriteAsync("%PDF");
                break;
            case "/moved":
                response.Redirect("/law");
                break;
            case "/loop":
                response.Redirect("/loop");
                break;
            case "/inward":
                response.Redirect("https://10.0.0.1/metadata");
                break;
            case "/to-nowhere":
                response.Redirect("https://nowhere.invalid/");
                break;
            case "/forbidden":
                response.StatusCode = 403;
                break;
            case "/error":
                response.StatusCode = 503;
                break;
            case "/endless":
                for (var chunk = new byte[64 * 1024]; !context.RequestAborted.IsCancellationRequested;)
                    await response.Body.WriteAsync(chunk, context.RequestAborted);
                break;
            case "/drip":
                for (; !context.RequestAborted.IsCancellationRequested;)
                {
                    await response.WriteAsync("x", context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(50, context.RequestAborted);
                }
                break;
            case "/hangs":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            default:
                response.StatusCode = 404;
                break;
        }
    }

    private async Task<LinkAnswer> Look(string path)
    {
        using var http = WebhookHttp.Create(allowLoopback: true);
        return await Client(http).Look(At(path), default);
    }

    private static HttpLinkClient Client(HttpClient http) =>
        new(http, TimeProvider.System) { Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(1) };

    private Uri At(string path) => new(new Uri(_site.Urls.First()), path);
}
