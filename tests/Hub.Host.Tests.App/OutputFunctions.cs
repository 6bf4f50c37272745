using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Host.Tests.App;

/// <summary>Functions that answer and send to a queue at once.</summary>
public sealed class OutputFunctions
{
    /// <summary>Sends the body's text to a queue.</summary>
    [Function(nameof(Tell))]
    public async Task<Told> Tell([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "tell")] HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new Told { Response = new AcceptedResult(), Message = await reader.ReadToEndAsync() };
    }

    /// <summary>Sends to a queue that there is not, behind a response of a kind.</summary>
    [Function(nameof(Lose))]
    public Lost Lose([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "lose/{kind}")] HttpRequest request, string kind) => new()
    {
        Response = kind switch
        {
            "empty" => new AcceptedResult(),
            "chunked" => new OkObjectResult("chunked"),
            _ => new BadRequestResult(),
        },
        Message = "lost",
    };

    /// <summary>A response and a message.</summary>
    public sealed class Told
    {
        [HttpResult]
        public required IActionResult Response { get; init; }

        [ServiceBusOutput("described", Connection = "ServiceBus")]
        public string? Message { get; init; }
    }

    /// <summary>A response and a message that cannot be sent.</summary>
    public sealed class Lost
    {
        [HttpResult]
        public required IActionResult Response { get; init; }

        [ServiceBusOutput("nowhere", Connection = "ServiceBus")]
        public string? Message { get; init; }
    }
}
