using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Host.Tests.App;

/// <summary>What the tests of queues call.</summary>
public sealed class QueueFunctions(ILogger<QueueFunctions> logger)
{
    [Function(nameof(Describe))]
    [ServiceBusOutput("described", Connection = "ServiceBus")]
    public string Describe([ServiceBusTrigger("%DescribeQueue%", Connection = "ServiceBus")] string message, FunctionContext context) =>
        JsonSerializer.Serialize(new { Body = message, Data = context.BindingContext.BindingData });

    [Function(nameof(Bury))]
    [ServiceBusOutput("described", Connection = "ServiceBus")]
    public string Bury([ServiceBusTrigger("dead", Connection = "ServiceBus")] string message, FunctionContext context) =>
        JsonSerializer.Serialize(new { Body = message, Data = context.BindingContext.BindingData });

    [Function(nameof(Fail))]
    public void Fail([ServiceBusTrigger("failing", Connection = "ServiceBus")] string message, int deliveryCount)
    {
        logger.LogInformation("Failing {Message}, delivery {Count}", message, deliveryCount);
        throw new InvalidOperationException("Refused on purpose.");
    }

    [Function(nameof(Hold))]
    public async Task Hold([ServiceBusTrigger("held", Connection = "ServiceBus")] string message, int deliveryCount)
    {
        logger.LogInformation("Holding {Message}, delivery {Count}", message, deliveryCount);
        await Gates.Wait(message);
        logger.LogInformation("Released {Message}", message);
    }

    [Function(nameof(Split))]
    [ServiceBusOutput("parts", Connection = "ServiceBus")]
    public string[] Split([ServiceBusTrigger("split", Connection = "ServiceBus")] string message) => message.Split(' ');

    [Function(nameof(Pass))]
    public void Pass([ServiceBusTrigger("fast", Connection = "ServiceBus")] string message)
    {
    }
}
