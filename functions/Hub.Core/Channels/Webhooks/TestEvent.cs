using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Core.Json;

namespace Hub.Core.Channels.Webhooks;

/// <summary>A CloudEvent by which a partner tries its endpoint: it is not in the log and has no place in it.</summary>
public sealed record TestEvent : IPublic
{
    /// <summary>Always 1.0.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    /// <summary>Its id: <c>test-</c> and what no other event has.</summary>
    public required string Id { get; init; }

    /// <summary>The directory.</summary>
    public required string Source { get; init; }

    /// <summary>What it is.</summary>
    public string Type { get; } = "directory.test";

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>A new one.</summary>
    public static TestEvent New(string id, string source, DateTimeOffset now) => new() { Id = $"test-{id}", Source = source, Time = now };

    /// <summary>The bytes to sign and send.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, HubJson.Public);
}
