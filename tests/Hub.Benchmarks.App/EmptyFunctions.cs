using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Benchmarks.App;

/// <summary>Functions without work of their own: what one of them costs is what host and worker cost.</summary>
public sealed class EmptyFunctions
{
    private static readonly byte[] Bytes =
        Environment.GetEnvironmentVariable("AnswerFile") is { Length: > 0 } file ? File.ReadAllBytes(file) : "ok"u8.ToArray();

    /// <summary>The same bytes each time.</summary>
    [Function(nameof(Answer))]
    public Task Answer([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answer")] HttpRequest request)
    {
        var response = request.HttpContext.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Bytes.Length;
        return response.Body.WriteAsync(Bytes).AsTask();
    }

    /// <summary>Reads a body to its end and keeps nothing.</summary>
    [Function(nameof(Take))]
    public async Task Take([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "take")] HttpRequest request)
    {
        await request.Body.CopyToAsync(Stream.Null);
        request.HttpContext.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Gives a message back on another queue, so that whoever sent it sees when it was done.</summary>
    [Function(nameof(Reply))]
    [ServiceBusOutput("host-replies", Connection = "ServiceBus")]
    public string Reply([ServiceBusTrigger("host-calls", Connection = "ServiceBus")] string call) => call;
}
