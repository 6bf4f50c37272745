using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Hub.StandIns.Tests.Worker;

public class OutputTests(Storage storage) : IClassFixture<Storage>
{
    private readonly string _queue = Storage.NewQueue();

    [Fact]
    public async Task What_a_request_sends_is_there_before_its_answer()
    {
        await using var app = await Start();
        var answer = await app.Http.GetAsync("/api/Sends");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(["one", "two", "three", """{"Id":"N1","Count":2}"""], await storage.Messages(_queue));
    }

    [Fact]
    public async Task Nothing_is_sent_by_a_function_that_fails()
    {
        await using var app = await Start();
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/Fails")).StatusCode);
        Assert.Empty(await MessagesLater(app));
    }

    [Fact]
    public async Task Nothing_is_sent_when_middleware_fails_after_the_function()
    {
        await using var app = await TestApp.Start(typeof(Functions), storage.Settings(_queue), b => b.UseMiddleware(async (context, next) =>
        {
            await next();
            if (context.FunctionDefinition.Name == "Sends")
                throw new InvalidOperationException();
        }));
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/Sends")).StatusCode);
        Assert.Empty(await MessagesLater(app));
    }

    [Fact]
    public async Task Null_sends_nothing()
    {
        await using var app = await Start();
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/Silent")).StatusCode);
        Assert.Empty(await MessagesLater(app));
    }

    [Fact]
    public async Task A_caller_gets_500_when_the_message_cannot_be_sent()
    {
        var settings = storage.Settings(_queue);
        settings["AzureWebJobsStorage"] =
            "DefaultEndpointsProtocol=http;AccountName=gone;AccountKey=Z29uZQ==;QueueEndpoint=http://127.0.0.1:9/gone;";
        await using var app = await TestApp.Start(typeof(Functions), settings);
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/Sends")).StatusCode);
    }

    [Fact]
    public async Task A_message_too_large_for_a_queue_of_ids_is_refused()
    {
        await using var app = await Start();
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/Large")).StatusCode);
        Assert.Empty(await MessagesLater(app));
    }

    private Task<TestApp> Start() => TestApp.Start(typeof(Functions), storage.Settings(_queue));

    // A message sent after a doubtful one shows that the doubtful one would have been there.
    private async Task<IEnumerable<string>> MessagesLater(TestApp app)
    {
        await app.Http.GetAsync("/api/Marks");
        var messages = await storage.Messages(_queue);
        Assert.Equal("mark", messages[^1]);
        return messages[..^1];
    }

    public sealed record Order(string Id, int Count);

    public sealed class Answer
    {
        [HttpResult]
        public IActionResult? Result { get; init; }

        [ServiceBusOutput("%Queue%", Connection = "ServiceBus")]
        public string? One { get; init; }

        [ServiceBusOutput("%Queue%", Connection = "ServiceBus")]
        public IEnumerable<string>? Many { get; init; }

        [ServiceBusOutput("%Queue%", Connection = "ServiceBus")]
        public Order? Thing { get; init; }
    }

    public static class Functions
    {
        [Function("Sends")]
        public static Answer Sends([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            new() { Result = new AcceptedResult(), One = "one", Many = ["two", "three"], Thing = new Order("N1", 2) };

        [Function("Silent")]
        public static Answer Silent([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new() { Result = new OkResult() };

        [Function("Fails")]
        public static Answer Fails([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            request.Path.HasValue ? throw new InvalidOperationException() : new Answer { One = "never" };

        [Function("Large")]
        public static Answer Large([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
            new() { One = new string('x', 33_000) };

        [Function("Marks")]
        public static Answer Marks([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => new() { One = "mark" };
    }
}
