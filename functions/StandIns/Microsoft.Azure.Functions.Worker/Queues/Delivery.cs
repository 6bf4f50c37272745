using System.Globalization;
using Azure.Storage.Queues.Models;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A received message as its function sees it.</summary>
internal sealed record Delivery(string Body, IReadOnlyDictionary<string, object?> Data)
{
    public static Delivery Of(QueueMessage message, bool dead)
    {
        var envelope = dead
            ? DeadLetter.Parse(message.Body.ToString())
            : new DeadLetter(message.MessageId, message.InsertedOn!.Value, message.DequeueCount, "", "", message.Body.ToString());
        return new Delivery(envelope.Body, Describe(envelope, dead));
    }

    // As text, because that is what reaches the isolated worker from the host.
    private static Dictionary<string, object?> Describe(DeadLetter message, bool dead)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase)
        {
            ["MessageId"] = message.MessageId,
            ["DeliveryCount"] = message.DeliveryCount.ToString(CultureInfo.InvariantCulture),
            ["EnqueuedTimeUtc"] = message.EnqueuedTime.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        if (dead)
        {
            data["DeadLetterReason"] = message.Reason;
            data["DeadLetterErrorDescription"] = message.Description;
        }
        return data;
    }
}
