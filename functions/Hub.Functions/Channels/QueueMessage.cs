using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Channels;

/// <summary>What Service Bus says of the message that a function runs for.</summary>
/// <param name="Id">Its id, the same at every delivery and when it is forwarded; null where its sender gave it none.</param>
/// <param name="EnqueuedAt">When it came into this queue, UTC; the same at every delivery.</param>
/// <param name="Deliveries">How often it has been delivered, this time included.</param>
/// <param name="GivenUpBy">The queue that gave it up; null where none did.</param>
internal sealed record QueueMessage(string? Id, DateTimeOffset? EnqueuedAt, int Deliveries, string? GivenUpBy)
{
    private const string Trigger = "serviceBusTrigger";

    /// <summary>The message of an invocation; null where it runs for no message.</summary>
    public static QueueMessage? Of(FunctionContext context)
    {
        if (!context.FunctionDefinition.InputBindings.Values.Any(b => b.Type.Equals(Trigger, StringComparison.OrdinalIgnoreCase)))
            return null;
        var data = context.BindingContext.BindingData;
        string? Text(string name) =>
            Convert.ToString(data.GetValueOrDefault(name), CultureInfo.InvariantCulture)?.Trim('"') is { Length: > 0 } text ? text : null;
        return new(
            Text("MessageId"),
            DateTimeOffset.TryParse(
                Text("EnqueuedTimeUtc"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null,
            int.TryParse(Text("DeliveryCount"), CultureInfo.InvariantCulture, out var deliveries) ? deliveries : 1,
            Text("DeadLetterSource"));
    }
}
