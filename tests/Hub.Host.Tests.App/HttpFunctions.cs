using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Host.Tests.App;

/// <summary>What the tests of HTTP call.</summary>
public sealed class HttpFunctions(ILogger<HttpFunctions> logger)
{
    [Function(nameof(Hello))]
    public IActionResult Hello(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello/{name}")] HttpRequest request, string name) =>
        new OkObjectResult($"Hello {name} of {request.Host}");

    [Function(nameof(Echo))]
    public IActionResult Echo(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "echo/{*rest}")] HttpRequest request, FunctionContext context) =>
        new JsonResult(new
        {
            request.Method,
            Path = request.Path.Value,
            Query = request.QueryString.Value,
            Headers = request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()),
            Data = context.BindingContext.BindingData,
            context.InvocationId,
        });

    [Function(nameof(Read))]
    public async Task<IActionResult> Read([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "read")] HttpRequest request)
    {
        var (buffer, count, length) = (new byte[65536], 0, 0L);
        while ((count = await request.Body.ReadAsync(buffer)) > 0)
            length += count;
        return new OkObjectResult(length);
    }

    [Function(nameof(Wait))]
    public async Task<IActionResult> Wait(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "wait/{gate}")] HttpRequest request, string gate, FunctionContext context)
    {
        logger.LogInformation("Waiting at {Gate}", gate);
        try
        {
            await Gates.Wait(gate, context.CancellationToken);
        }
        catch (OperationCanceledException)
        {
            logger.LogInformation("Cancelled at {Gate}", gate);
        }
        return new OkObjectResult(gate);
    }

    [Function(nameof(Stream))]
    public async Task Stream([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "stream/{gate}")] HttpRequest request, string gate)
    {
        await request.HttpContext.Response.WriteAsync("begun\n");
        await request.HttpContext.Response.Body.FlushAsync();
        await Gates.Wait(gate);
        await request.HttpContext.Response.WriteAsync("done\n");
    }

    [Function(nameof(Open))]
    public IActionResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "open/{gate}")] HttpRequest request, string gate)
    {
        Gates.Open(gate);
        return new NoContentResult();
    }

    [Function(nameof(Throw))]
    public IActionResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throw")] HttpRequest request) =>
        throw new InvalidOperationException("Thrown on purpose.");

    [Function(nameof(Crash))]
    public IActionResult Crash([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "crash")] HttpRequest request)
    {
        Console.Error.WriteLine("Crashing on purpose.");
        Environment.Exit(7);
        return new NoContentResult();
    }

    [Function(nameof(Guarded))]
    public IActionResult Guarded([HttpTrigger(AuthorizationLevel.Function, "get", Route = "guarded")] HttpRequest request) =>
        new OkObjectResult("open");

    [Function(nameof(Process))]
    public IActionResult Process([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "process")] HttpRequest request) =>
        new JsonResult(new
        {
            Id = Environment.ProcessId,
            Arguments = Environment.GetCommandLineArgs()[1..],
            Environment = Environment.GetEnvironmentVariables(),
            Folder = Environment.CurrentDirectory,
        });

    [Function(nameof(OrderById))]
    public IActionResult OrderById(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/{id}")] HttpRequest request, string id) =>
        new OkObjectResult($"by id {id}");

    [Function(nameof(OrderSpecial))]
    public IActionResult OrderSpecial([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "order/special")] HttpRequest request) =>
        new OkObjectResult("special");

    [Function(nameof(OrderUpload))]
    public IActionResult OrderUpload([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "order/upload")] HttpRequest request) =>
        new OkObjectResult("upload");
}
