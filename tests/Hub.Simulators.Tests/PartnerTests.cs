using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Receiver;
using Hub.Simulators.Partner;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Simulators.Tests;

public sealed class PartnerTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static readonly HttpClient Http = new(new HttpClientHandler { AllowAutoRedirect = false });
    private readonly string _folder = Directory.CreateTempSubdirectory("partner").FullName;
    private readonly FakeTimeProvider _time = new(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private WebApplication _app = null!;

    [Fact]
    public async Task A_signed_event_is_kept_with_its_sequence()
    {
        await Register();

        Assert.Equal(HttpStatusCode.NoContent, (await Deliver("evt-1", 12)).StatusCode);

        var kept = Assert.Single(await Received())!;
        Assert.Equal(("evt-1", "12", "true"), (kept["id"]!.ToString(), kept["sequence"]!.ToString(), kept["signatureValid"]!.ToString()));
        Assert.Null(kept["eventProblem"]);
        Assert.Equal("ej", kept["event"]!["data"]!["network"]!.ToString());
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_and_the_reason_kept()
    {
        await Register();

        var answer = await Deliver("evt-1", 1, "whsec_AAAAGKYqrTwjUPD8ILPZIo2LaLaSwAAA");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var kept = Assert.Single(await Received())!;
        Assert.Equal("false", kept["signatureValid"]!.ToString());
        Assert.Contains("No signature", kept["signatureProblem"]!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"specversion":"1.0","id":"1"}""", "source, type")]
    [InlineData("""{"specversion":"0.3","id":"1","source":"/","type":"t"}""", "specversion")]
    [InlineData("{oh", "not JSON")]
    [InlineData("[]", "not a JSON object")]
    public async Task What_is_not_a_cloud_event_is_kept_with_its_problem(string body, string problem)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/cloudevents+json");

        await Http.PostAsync(At("/hooks/ejn"), content);

        Assert.Contains(problem, Assert.Single(await Received())!["eventProblem"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handshake_allows_the_origin_that_asks()
    {
        using var ask = new HttpRequestMessage(HttpMethod.Options, At("/hooks/ejn"));
        ask.Headers.Add("WebHook-Request-Origin", "directory.example");

        using var answer = await Http.SendAsync(ask);

        Assert.Equal("directory.example", answer.Headers.GetValues("WebHook-Allowed-Origin").Single());
        Assert.Equal("120", answer.Headers.GetValues("WebHook-Allowed-Rate").Single());
    }

    [Theory]
    [InlineData("fail", 410, 410, 0)]
    [InlineData("throttle", null, 429, 0)]
    [InlineData("failAfterDoing", 500, 500, 1)]
    [InlineData("redirect", 302, 302, 0)]
    public async Task A_hook_misbehaves_as_asked(string kind, int? status, int answered, int kept)
    {
        await Control("/control/faults", new { kind, status, match = "POST /hooks/ejn", location = "http://127.0.0.1:1/" });

        Assert.Equal(answered, (int)(await Deliver("evt-1", 1)).StatusCode);

        Assert.Equal(kept, (await Received()).Count);
        Assert.Equal(HttpStatusCode.NoContent, (await Deliver("evt-1", 1)).StatusCode);
    }

    [Fact]
    public async Task What_arrived_survives_a_restart_in_its_order()
    {
        await Register();
        await Deliver("evt-1", 1);
        await Deliver("evt-2", 2);
        await _app.DisposeAsync();

        await InitializeAsync();
        await Deliver("evt-3", 3);

        Assert.Equal(["evt-1", "evt-2", "evt-3"], (await Received()).Select(d => d!["id"]!.ToString()));
        Assert.All(await Received(), d => Assert.Equal("true", d!["signatureValid"]!.ToString()));
    }

    [Fact]
    public async Task Its_page_shows_what_arrived_and_nothing_in_it_runs()
    {
        using var content = new StringContent("<script>alert(1)</script>");
        await Http.PostAsync(At("/hooks/ejn"), content);

        Assert.Contains("/view/ejn", await Http.GetStringAsync(At("/")), StringComparison.Ordinal);
        var page = await Http.GetStringAsync(At("/view/ejn"));
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }

    public async Task InitializeAsync()
    {
        _app = PartnerSimulator.Build(new SimulatorOptions("http://127.0.0.1:0") { Folder = _folder, Time = _time });
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Uri At(string path) => new(new Uri(_app.Urls.First()), path);

    private async Task Register() =>
        (await Http.PutAsJsonAsync(At("/control/hooks/ejn"), new { secret = Secret })).EnsureSuccessStatusCode();

    private async Task Control(string path, object body) => (await Http.PostAsJsonAsync(At(path), body)).EnsureSuccessStatusCode();

    private async Task<HttpResponseMessage> Deliver(string id, int sequence, string secret = Secret)
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""
            {"specversion":"1.0","id":"{{id}}","source":"/register","type":"membership.added","sequence":"{{sequence}}",
             "data":{"network":"ej"} }
            """);
        var timestamp = $"{_time.GetUtcNow().ToUnixTimeSeconds()}";
        using var request = new HttpRequestMessage(HttpMethod.Post, At("/hooks/ejn")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/cloudevents+json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", StandardWebhook.Sign(secret, id, timestamp, body));
        return await Http.SendAsync(request);
    }

    private async Task<JsonArray> Received() => (await Http.GetFromJsonAsync<JsonArray>(At("/control/hooks/ejn/received")))!;
}
