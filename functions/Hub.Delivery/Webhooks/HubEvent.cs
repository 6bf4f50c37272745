using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Delivery.Webhooks;

/// <summary>A CloudEvent about an endpoint itself: it is not in the log and has no place in it.</summary>
public sealed record HubEvent : IPublic
{
    /// <summary>Always 1.0.</summary>
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    /// <summary>Its id, which no other event has.</summary>
    public required string Id { get; init; }

    /// <summary>The directory.</summary>
    public required string Source { get; init; }

    /// <summary>What it is.</summary>
    public required string Type { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The endpoint it is about; absent for a test.</summary>
    public string? Subject { get; init; }

    /// <summary>What it asks; absent for a test.</summary>
    public HubQuestion? Data { get; init; }

    /// <summary>A test, by which a partner tries its endpoint.</summary>
    public static HubEvent Test(string id, string source, DateTimeOffset now) =>
        new() { Id = $"test-{id}", Source = source, Type = "directory.test", Time = now };

    /// <summary>The question whether the hub may post: the receiver echoes the challenge.</summary>
    public static HubEvent Consent(string id, string source, DateTimeOffset now, string endpoint, string challenge) => new()
    {
        Id = $"consent-{id}", Source = source, Type = "directory.endpoint.consent", Time = now, Subject = endpoint,
        Data = new(Challenge: challenge),
    };

    /// <summary>The question whether another address is meant, asked at the present one.</summary>
    public static HubEvent UrlChange(string id, string source, DateTimeOffset now, string endpoint, string url, string code) => new()
    {
        Id = $"url-{id}", Source = source, Type = "directory.endpoint.url-change", Time = now, Subject = endpoint,
        Data = new(Url: url, Code: code),
    };

    /// <summary>The bytes to sign and send.</summary>
    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, HubJson.Public);
}

/// <summary>What the hub asks a receiver.</summary>
/// <param name="Challenge">What to echo.</param>
/// <param name="Url">The address that somebody wants to put in this one's place.</param>
/// <param name="Code">What to send back so that it is.</param>
public sealed record HubQuestion(string? Challenge = null, string? Url = null, string? Code = null);
