using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.StandIns.Tests.Worker;

public class HttpTests
{
    private static readonly Guid Key = Guid.Parse("0b7f2c1e-6d7a-4a57-9a51-3f0f1a2b3c4d");

    [Fact]
    public async Task A_route_brings_its_parameters_in_their_types()
    {
        await using var app = await TestApp.Start(typeof(Functions));
        Assert.Equal($"7 8000000000 {Key} a b", await app.Http.GetStringAsync($"/api/items/7/8000000000/{Key}/a%20b"));
        Assert.Equal($"7 8000000000 {Key} ", await app.Http.GetStringAsync($"/api/items/7/8000000000/{Key}"));
    }

    [Fact]
    public async Task A_method_that_no_function_answers_gets_405_with_those_that_do()
    {
        await using var app = await TestApp.Start(typeof(Functions));
        var answer = await app.Http.DeleteAsync(new Uri("/api/notes", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET", "POST"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task Methods_of_one_route_may_be_different_functions()
    {
        await using var app = await TestApp.Start(typeof(Functions));
        Assert.Equal("read", await app.Http.GetStringAsync("/api/notes"));
        Assert.Equal("written", await (await app.Http.PostAsync("/api/notes", null)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "/notes")]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "v2/api" } } }""", "/v2/api/notes")]
    public async Task The_prefix_of_host_json_is_kept(string hostJson, string path)
    {
        await using var app = await TestApp.Start(typeof(Functions), hostJson: hostJson);
        Assert.Equal("read", await app.Http.GetStringAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/notes")).StatusCode);
    }

    [Fact]
    public async Task Every_request_has_services_of_its_own()
    {
        await using var app = await TestApp.Start(typeof(ScopedFunctions), configure: b => b.Services.AddScoped<Scoped>());
        var one = await app.Http.GetStringAsync("/api/Scope");
        Assert.Equal("True", one.Split(' ')[0]);
        Assert.NotEqual(one, await app.Http.GetStringAsync("/api/Scope"));
    }

    [Fact]
    public async Task A_failing_function_answers_500_and_tells_the_caller_nothing()
    {
        await using var app = await TestApp.Start(typeof(Functions));
        var answer = await app.Http.GetAsync("/api/Fails");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_larger_than_Kestrel_may_take_gets_413()
    {
        await using var app = await TestApp.Start(
            typeof(Functions), configure: b => b.Services.Configure<KestrelServerOptions>(k => k.Limits.MaxRequestBodySize = 10));
        using var body = new StringContent("more than ten bytes");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await app.Http.PostAsync("/api/Reads", body)).StatusCode);
    }

    [Fact]
    public async Task A_caller_that_goes_away_cancels_its_function()
    {
        await using var app = await TestApp.Start(typeof(WaitingFunctions));
        using var gone = new CancellationTokenSource();
        var request = app.Http.GetAsync("/api/Waits", gone.Token);
        await app.Journal.Shows("waiting");
        await gone.CancelAsync();
        await app.Journal.Shows("cancelled");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    public sealed class Scoped
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    public static class Functions
    {
        [Function("Item")]
        public static IActionResult Item(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "items/{number:int}/{large:long}/{key:guid}/{name?}")]
            HttpRequest request,
            int number, long large, Guid key, string? name) => new ContentResult { Content = $"{number} {large} {key} {name}" };

        [Function("Read")]
        public static IActionResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "notes")] HttpRequest request) =>
            new ContentResult { Content = "read" };

        [Function("Written")]
        public static Task<IActionResult> Written(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "notes")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new ContentResult { Content = "written" });

        [Function("Fails")]
        public static IActionResult Fails([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
            throw new InvalidOperationException("secret");

        [Function("Reads")]
        public static async Task<IActionResult> Reads([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
        {
            await request.Body.CopyToAsync(Stream.Null);
            return new OkResult();
        }
    }

    public class ScopedFunctions(Scoped mine)
    {
        [Function("Scope")]
        public IActionResult Scope([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, FunctionContext context) =>
            new ContentResult { Content = $"{mine == context.InstanceServices.GetRequiredService<Scoped>()} {mine.Id}" };
    }

    public class WaitingFunctions(Journal journal)
    {
        [Function("Waits")]
        public async Task Waits([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request, CancellationToken cancellation)
        {
            journal.Add("waiting");
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            journal.Add("cancelled");
        }
    }
}
