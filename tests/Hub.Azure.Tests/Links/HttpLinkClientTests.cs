using Hub.Azure.Links;
using Hub.Azure.Webhooks;
using Hub.Operations.Links;

namespace Hub.Azure.Tests.Links;

public sealed class HttpLinkClientTests : IAsyncLifetime
{
    private readonly LawSite _site = new();

    public Task InitializeAsync() => _site.Start();

    public async Task DisposeAsync() => await _site.Stop();

    [Fact]
    public async Task A_page_is_found_where_it_is_after_robots_txt_was_asked()
    {
        var found = Assert.IsType<LinkAnswer.Found>(await Look("/law"));
        Assert.Equal((At("/law").AbsoluteUri, true, 3), (found.FinalUrl, found.IsText, found.Content.Length));
        Assert.Equal(["/robots.txt", "/law"], _site.Asked);
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
        _site.Robots = "User-agent: *\nDisallow: /law";
        Assert.IsType<LinkAnswer.Blocked>(await Look("/law"));
        Assert.Equal(["/robots.txt"], _site.Asked);
        Assert.IsType<LinkAnswer.Blocked>(await Look("/moved"));
        Assert.DoesNotContain("/law", _site.Asked);
    }

    [Fact]
    public async Task A_page_without_end_is_read_to_a_limit() =>
        Assert.Equal(512 * 1024, Assert.IsType<LinkAnswer.Found>(await Look("/endless")).Content.Length);

    [Fact]
    public async Task A_site_that_is_slow_at_every_step_is_given_up()
    {
        using var http = WebhookHttp.Create(allowLoopback: true);
        var client = new HttpLinkClient(http, TimeProvider.System)
        {
            Pause = TimeSpan.FromMinutes(1), Whole = TimeSpan.FromMilliseconds(200),
        };
        Assert.IsType<LinkAnswer.Missing>(await client.Look(At("/law"), default));
    }

    [Fact]
    public async Task What_is_behind_the_walls_is_not_looked_at()
    {
        using var http = WebhookHttp.Create(allowLoopback: false);
        Assert.IsType<LinkAnswer.Blocked>(await Client(http).Look(At("/law"), default));
        Assert.Empty(_site.Asked);
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

    private async Task<LinkAnswer> Look(string path)
    {
        using var http = WebhookHttp.Create(allowLoopback: true);
        return await Client(http).Look(At(path), default);
    }

    private static HttpLinkClient Client(HttpClient http) =>
        new(http, TimeProvider.System) { Pause = TimeSpan.Zero, Timeout = TimeSpan.FromSeconds(1) };

    private Uri At(string path) => new(_site.Address, path);
}
