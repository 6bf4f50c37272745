using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Notices.Colleagues;

/// <summary>What a colleague of the Secretariat does.</summary>
public enum HandlingStepKind
{
    /// <summary>Takes the work: nobody else need begin with it.</summary>
    Taken,

    /// <summary>Gives it back.</summary>
    GivenBack,

    /// <summary>Notes something for the others.</summary>
    Noted,

    /// <summary>Decides about it: there is nothing left to work on.</summary>
    Ended,
}

/// <summary>Something that a colleague did.</summary>
/// <param name="Kind">What.</param>
/// <param name="By">Who.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Text">What was noted; null of everything else.</param>
public sealed record HandlingStep(HandlingStepKind Kind, string By, DateTimeOffset At, string? Text) : Confidential;

/// <summary>
/// What colleagues say among themselves about a notice or a mail, and who works on it. It never leaves the Secretariat, and decides
/// nothing.
/// </summary>
public sealed record Handling : Confidential
{
    /// <summary>The longest note.</summary>
    public const int LongestNote = 2000;

    // A handling is one row of a table: at most 1 MiB.
    private const int MostNotes = 100;
    private const int MostHands = 40;

    /// <summary>The id of the notice or the mail.</summary>
    public required string Id { get; init; }

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<HandlingStep> Steps { get; init; } = [];

    /// <summary>The store's mark of this version.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Who works on it, since when; null where nobody does.</summary>
    [JsonIgnore]
    public HandlingStep? Holder =>
        Steps.LastOrDefault(s => s.Kind != HandlingStepKind.Noted) is { Kind: HandlingStepKind.Taken } taken ? taken : null;

    /// <summary>Whether another note finds room.</summary>
    [JsonIgnore]
    public bool HasRoom => Steps.Count(s => s.Kind == HandlingStepKind.Noted) < MostNotes;

    /// <summary>The same handling after one more step. Of who had it, the first are forgotten in the end; no note is.</summary>
    internal Handling With(HandlingStep step)
    {
        var steps = Steps.Append(step).ToList();
        while (steps.Count(s => s.Kind != HandlingStepKind.Noted) > MostHands)
            steps.Remove(steps.First(s => s.Kind != HandlingStepKind.Noted));
        return this with { Steps = steps };
    }
}

/// <summary>Where handlings are kept.</summary>
public interface IHandlingStore
{
    /// <summary>The handling of a notice or a mail; an empty one where there is none.</summary>
    Task<Handling> Find(string id, CancellationToken cancel);

    /// <summary>Writes a handling; null where somebody else wrote it since it was read.</summary>
    Task<Handling?> Save(Handling handling, CancellationToken cancel);

    /// <summary>The handlings that somebody has, in no order.</summary>
    Task<IReadOnlyList<Handling>> Held(CancellationToken cancel);

    /// <summary>All handlings, one after the other.</summary>
    IAsyncEnumerable<Handling> All(CancellationToken cancel);

    /// <summary>Takes a handling away; nothing happens where there is none.</summary>
    Task Remove(string id, CancellationToken cancel);
}
