using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>What Service Bus says of the message that a function runs for.</summary>
/// <param name="Id">Its id, the same at every delivery and when it is forwarded.</param>
/// <param name="Deliveries">How often it has been delivered, this time included.</param>
/// <param name="GivenUpBy">The queue that gave it up; null where none did.</param>
internal sealed record QueueMessage(string Id, int Deliveries, string? GivenUpBy)
{
    private const string Trigger = "serviceBusTrigger";

    /// <summary>Whether a function runs for a queue's message.</summary>
    public static bool IsWhatRuns(FunctionContext context) =>
        context.FunctionDefinition.InputBindings.Values.Any(b => b.Type.Equals(Trigger, StringComparison.OrdinalIgnoreCase));

    /// <summary>The message of an invocation.</summary>
    public static QueueMessage Of(FunctionContext context)
    {
        var data = context.BindingContext.BindingData;
        return new(
            Text(data.GetValueOrDefault("MessageId")) ?? "",
            int.TryParse(Text(data.GetValueOrDefault("DeliveryCount")), CultureInfo.InvariantCulture, out var deliveries) ? deliveries : 1,
            Text(data.GetValueOrDefault("DeadLetterSource")) is { Length: > 0 } source ? source : null);
    }

    private static string? Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture);
}
