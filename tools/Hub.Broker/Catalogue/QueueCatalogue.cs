using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace Hub.Broker.Catalogue;

/// <summary>Reads the queue catalogue, the file that Azure's queues are made from too, or says what is wrong with it.</summary>
public static partial class QueueCatalogue
{
    private static readonly string[] Known =
    [
        "name", "holds", "lockDuration", "maxDeliveryCount", "defaultMessageTimeToLive", "deadLetteringOnMessageExpiration",
        "forwardDeadLetteredMessagesTo",
    ];

    /// <summary>The queues of the file at this path.</summary>
    public static IReadOnlyList<QueueSettings> Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new FormatException($"The queue catalogue {path}: {e.Message}", e);
        }
    }

    /// <summary>The queues of a catalogue's text.</summary>
    public static IReadOnlyList<QueueSettings> Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object
            || !document.RootElement.TryGetProperty("queues", out var listed) || listed.ValueKind != JsonValueKind.Array)
            throw new FormatException("an object with a list 'queues' is wanted.");
        var queues = listed.EnumerateArray().Select(Queue).ToList();
        if (queues.Count == 0)
            throw new FormatException("there is no queue in it.");
        if (queues.GroupBy(q => q.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new FormatException($"queue '{twice.Key}' is there {twice.Count()} times.");
        foreach (var queue in queues.Where(q => q.ForwardDeadLetteredMessagesTo is not null))
            CheckForwarding(queue, queues);
        return queues;
    }

    // One hop is enough here, and without circles no dead letter travels for ever.
    private static void CheckForwarding(QueueSettings queue, List<QueueSettings> queues)
    {
        var target = queues.Find(q => string.Equals(q.Name, queue.ForwardDeadLetteredMessagesTo, StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException(
                $"queue '{queue.Name}' forwards its dead letters to '{queue.ForwardDeadLetteredMessagesTo}', which is not there.");
        if (target.ForwardDeadLetteredMessagesTo is { } next)
            throw new FormatException(
                $"queue '{queue.Name}' forwards its dead letters to '{target.Name}', which forwards them to '{next}': let it keep them.");
    }

    private static QueueSettings Queue(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{json.GetRawText()} is not a queue: an object is wanted.");
        var name = json.TryGetProperty("name", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        if (!Name().IsMatch(name))
            throw new FormatException($"'{name}' is no name of a queue: letters, digits, '.', '-' and '_' are wanted.");
        return json.EnumerateObject().Aggregate(new QueueSettings(name), (queue, property) => property.Name switch
        {
            "name" or "holds" => queue,
            "lockDuration" => queue with { LockDuration = Duration(name, property) },
            "maxDeliveryCount" => queue with { MaxDeliveryCount = Count(name, property) },
            "defaultMessageTimeToLive" => queue with { DefaultMessageTimeToLive = Duration(name, property) },
            "deadLetteringOnMessageExpiration" when property.Value.ValueKind is JsonValueKind.True or JsonValueKind.False =>
                queue with { DeadLetteringOnMessageExpiration = property.Value.GetBoolean() },
            "deadLetteringOnMessageExpiration" => throw Wrong(name, property, "true or false"),
            "forwardDeadLetteredMessagesTo" when property.Value.ValueKind == JsonValueKind.String =>
                queue with { ForwardDeadLetteredMessagesTo = property.Value.GetString() },
            "forwardDeadLetteredMessagesTo" => throw Wrong(name, property, "the name of a queue"),
            _ => throw new FormatException(
                $"queue '{name}' has a property '{property.Name}' that this broker does not know; it knows {string.Join(", ", Known)}."),
        });
    }

    private static TimeSpan Duration(string queue, JsonProperty property)
    {
        try
        {
            var duration = XmlConvert.ToTimeSpan(property.Value.GetString() ?? "");
            return duration > TimeSpan.Zero ? duration : throw new FormatException("Not above zero.");
        }
        catch (Exception e) when (e is FormatException or OverflowException or InvalidOperationException)
        {
            throw Wrong(queue, property, "an ISO 8601 duration above zero, such as PT1M,");
        }
    }

    private static int Count(string queue, JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var count) && count > 0
            ? count
            : throw Wrong(queue, property, "a number above zero");

    private static FormatException Wrong(string queue, JsonProperty property, string wanted) =>
        new($"queue '{queue}' has {property.Name} {property.Value.GetRawText()}: {wanted} is wanted.");

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$")]
    private static partial Regex Name();
}
