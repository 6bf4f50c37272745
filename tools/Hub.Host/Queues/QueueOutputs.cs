using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Hub.Host.App;
using Hub.Host.Functions;
using Hub.Host.Protocol;
using Content = Hub.Host.Protocol.TypedData.DataOneofCase;

namespace Hub.Host.Queues;

/// <summary>Sends what functions give to their Service Bus outputs, one message after the other, as the extension does.</summary>
public sealed class QueueOutputs(QueueConnections connections, AppSettings settings)
{
    // The extension marks with it what a function sent.
    private const string ParentProperty = "$AzureWebJobsParentId";

    /// <summary>Sends them; throws at the first that cannot be sent.</summary>
    public async Task Send(FunctionDefinition function, InvocationResponse response)
    {
        foreach (var output in function.QueueOutputs)
        {
            if (Value(output.Name, response) is not { } value)
                continue;
            var sender = connections.Sender(output.Text("connection"), settings.Resolve(output.Text("queueOrTopicName") ?? ""));
            foreach (var body in Bodies(value))
            {
                var message = new ServiceBusMessage(body) { ApplicationProperties = { [ParentProperty] = response.InvocationId } };
                await sender.SendMessageAsync(message);
            }
        }
    }

    private static TypedData? Value(string name, InvocationResponse response) => name == "$return"
        ? response.ReturnValue
        : response.OutputData.FirstOrDefault(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Data;

    private static IEnumerable<BinaryData> Bodies(TypedData value) => value.DataCase switch
    {
        Content.None => [],
        Content.String => [new BinaryData(value.String)],
        Content.Json => BodiesOfJson(value.Json),
        Content.Bytes => [new BinaryData(value.Bytes.Memory)],
        Content.CollectionString => value.CollectionString.String.Select(s => new BinaryData(s)),
        Content.CollectionBytes => value.CollectionBytes.Bytes.Select(b => new BinaryData(b.Memory)),
        var other => throw new NotSupportedException($"A Service Bus output cannot be written from {other}."),
    };

    // An array is a collection of messages; text in it goes without its quotes.
    private static IEnumerable<BinaryData> BodiesOfJson(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind switch
        {
            JsonValueKind.Null => [],
            JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Select(Body)],
            _ => [Body(document.RootElement)],
        };
    }

    private static BinaryData Body(JsonElement element) =>
        new(element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText());
}
