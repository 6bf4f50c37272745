using System.Text;
using System.Text.Json;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>
/// What becomes of a frozen edition, decided once: whoever writes this file first decides. It is published, or it is dropped and nothing of
/// it goes out.
/// </summary>
/// <param name="Edition">The edition.</param>
/// <param name="IsDropped">Whether it is dropped.</param>
/// <param name="At">When that was decided, UTC.</param>
/// <param name="By">The person who dropped it.</param>
/// <param name="Reason">Why.</param>
public sealed record EditionOutcome(EditionId Edition, bool IsDropped, DateTimeOffset At, string? By = null, string? Reason = null)
    : IPublic
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "outcome.json";

    /// <summary>As it is kept.</summary>
    public EditionFile ToFile() => new(
        FileName, "application/json",
        Encoding.UTF8.GetBytes(CanonicalJson.Write(JsonSerializer.SerializeToNode(this, HubJson.Public))));

    /// <summary>Reads one.</summary>
    public static EditionOutcome Read(EditionFile file) => JsonSerializer.Deserialize<EditionOutcome>(file.Content.Span, HubJson.Options)!;
}

/// <summary>How a request to drop an edition ended.</summary>
public abstract record DropResult
{
    /// <summary>It is dropped, now or since an earlier request.</summary>
    /// <param name="Edition">The edition.</param>
    /// <param name="Outcome">Who dropped it, when and why.</param>
    public sealed record Dropped(Edition Edition, EditionOutcome Outcome) : DropResult;

    /// <summary>There is no such edition.</summary>
    public sealed record Unknown : DropResult;

    /// <summary>It cannot be dropped any more.</summary>
    /// <param name="Why">Why, and what to do.</param>
    public sealed record TooLate(string Why) : DropResult;
}
