using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Delivery.Webhooks;

/// <summary>An event of the log as CloudEvents 1.0 in structured mode: what webhooks carry and what partners read in the feed.</summary>
public sealed record CloudEvent : IPublic
{
    /// <summary>The media type of its JSON.</summary>
    public const string MediaType = "application/cloudevents+json";

    /// <summary>Always 1.0.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    /// <summary>The same on every attempt.</summary>
    public required string Id { get; init; }

    /// <summary>The directory.</summary>
    public required string Source { get; init; }

    /// <summary>What happened.</summary>
    public required EventType Type { get; init; }

    /// <summary>The record, law, network, edition or State it happened to.</summary>
    public required string Subject { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Extension: its place in the log. A number missing is an event missed.</summary>
    public required long Sequence { get; init; }

    /// <summary>Extension: the State; absent where it happened for all of them.</summary>
    public StateCode? State { get; init; }

    /// <summary>Extension: hash of the event before.</summary>
    [JsonPropertyName("previoushash")]
    public required string PreviousHash { get; init; }

    /// <summary>Extension: hash of this event.</summary>
    public required string Hash { get; init; }

    /// <summary>Always JSON.</summary>
    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";

    /// <summary>The facts.</summary>
    public required EventFacts Data { get; init; }

    /// <summary>An event of the log as partners see it.</summary>
    public static CloudEvent Of(DirectoryEvent e, string source) => new()
    {
        Id = IdOf(e),
        Source = source,
        Type = e.Type,
        Subject = e.Facts.RecordId ?? e.Facts.LawId ?? e.Facts.Network ?? e.Facts.Edition?.ToString() ?? e.State?.Value ?? e.Type.Code(),
        Time = e.Time,
        Sequence = e.Sequence,
        State = e.State,
        PreviousHash = e.PreviousHash,
        Hash = e.Hash,
        Data = e.Facts,
    };

    /// <summary>The id of an event: its number, which no other event ever has.</summary>
    public static string IdOf(DirectoryEvent e) => $"evt-{e.Sequence:D12}";

    /// <summary>The bytes to sign and send.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, HubJson.Public);
}
