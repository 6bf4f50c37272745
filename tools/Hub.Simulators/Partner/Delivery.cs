using System.Text.Json.Nodes;

namespace Hub.Simulators.Partner;

/// <summary>One request a hook got, kept as it came.</summary>
public sealed record Delivery(int Order, string Hook,
    DateTimeOffset ReceivedAt, string? Id, string? Timestamp, string? Signature, string Body)
{
    /// <summary>Whether the signature was right; null when no secret is registered.</summary>
    public bool? SignatureValid { get; init; }

    public string? SignatureProblem { get; init; }

    public JsonNode? Event { get; init; }

    public string? EventProblem { get; init; }

    /// <summary>The CloudEvents extension attribute that orders the events.</summary>
    public string? Sequence { get; init; }

    public string? Type => Event?["type"]?.ToString();
}
