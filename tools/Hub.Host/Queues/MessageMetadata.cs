using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Google.Protobuf.Collections;
using Hub.Host.Protocol;

namespace Hub.Host.Queues;

/// <summary>What a function learns of a message beside its body, as the Service Bus extension names and writes it, old names too.</summary>
public static class MessageMetadata
{
    /// <summary>Adds what the message has; what it does not have is left out.</summary>
    public static void Add(MapField<string, TypedData> metadata, ServiceBusReceivedMessage message)
    {
        var properties = Json(message.ApplicationProperties);
        var all = new (string Name, TypedData? Value)[]
        {
            ("MessageId", Text(message.MessageId)), ("LockToken", Text(message.LockToken)),
            ("DeliveryCount", Json(message.DeliveryCount)), ("SequenceNumber", Json(message.SequenceNumber)),
            ("DeadLetterSource", Text(message.DeadLetterSource)),
            ("EnqueuedTimeUtc", Json(message.EnqueuedTime.DateTime)), ("EnqueuedTime", Json(message.EnqueuedTime)),
            ("ExpiresAtUtc", Json(message.ExpiresAt.DateTime)), ("ExpiresAt", Json(message.ExpiresAt)),
            ("ContentType", Text(message.ContentType)), ("CorrelationId", Text(message.CorrelationId)),
            ("Subject", Text(message.Subject)), ("Label", Text(message.Subject)),
            ("To", Text(message.To)), ("ReplyTo", Text(message.ReplyTo)),
            ("SessionId", Text(message.SessionId)), ("ReplyToSessionId", Text(message.ReplyToSessionId)),
            ("PartitionKey", Text(message.PartitionKey)), ("TransactionPartitionKey", Text(message.TransactionPartitionKey)),
            ("ApplicationProperties", properties), ("UserProperties", properties),
        };
        foreach (var (name, value) in all)
        {
            if (value is not null)
                metadata[name] = value;
        }
    }

    private static TypedData? Text(string? text) => text is null ? null : new TypedData { String = text };

    private static TypedData Json<T>(T value) => new() { Json = JsonSerializer.Serialize(value) };
}
