using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.StandIns.Tests.App;

/// <summary>Work that comes by HTTP and is done from a queue. The message says what shall happen: fail, linger or hold.</summary>
public class WorkFunctions
{
    [Function("Accept")]
    public static async Task<Accepted> Accept([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new Accepted(new AcceptedResult(), await reader.ReadToEndAsync());
    }

    [Function("Work")]
    public static async Task Work(
        [ServiceBusTrigger("%Queue%", Connection = "ServiceBus")] string message, FunctionContext context, CancellationToken cancellation)
    {
        var data = context.BindingContext.BindingData;
        Note.Write($"work {message} delivery {data["DeliveryCount"]}");
        if (message.StartsWith("fail", StringComparison.Ordinal))
            throw new InvalidOperationException($"told to: {message}");
        if (message.StartsWith("hold", StringComparison.Ordinal))
            await Gate.Opened(cancellation);
        if (message.StartsWith("linger", StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromSeconds(2), cancellation);
        Note.Write($"done {message}");
    }

    [Function("Buried")]
    public static void Buried(
        [ServiceBusTrigger("%Queue%/$deadletterqueue", Connection = "ServiceBus")] string message, FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        Note.Write($"buried {message} {data["DeliveryCount"]} {data["DeadLetterReason"]} {data["DeadLetterErrorDescription"]}");
    }

    [Function("Open")]
    public static IActionResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request)
    {
        Gate.Open();
        return new NoContentResult();
    }
}
