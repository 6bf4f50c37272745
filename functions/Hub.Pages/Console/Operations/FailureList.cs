using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Work.Failures;

namespace Hub.Pages.Console.Operations;

/// <summary>Which failures somebody wants to see.</summary>
/// <param name="Queue">Of which kind of work, by its queue; null for all.</param>
/// <param name="IsAll">Whether those are shown too that were retried or settled.</param>
/// <param name="Text">What their reason or the id of their work holds; null for anything.</param>
public sealed record FailureChoice(string? Queue, bool IsAll, string? Text) : Confidential
{
    /// <summary>Where they are listed.</summary>
    public const string Path = "/console/operations/failures";

    /// <summary>The address of the list.</summary>
    public string Address() => PageRange.AddressOf(Path, ("queue", Queue), ("show", IsAll ? "ALL" : null), ("text", Text));

    /// <summary>Whether a failure is one of them.</summary>
    public bool Fits(DeadLetter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return (IsAll || letter.RetriedAt is null) && (Queue is null || letter.Queue == Queue)
            && (Text is null || new[] { letter.Reason, letter.Body }.Any(t => t.Contains(Text, StringComparison.OrdinalIgnoreCase)));
    }
}

/// <summary>A list of failures.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Letters">The failures of the page.</param>
public sealed record FailureList(FailureChoice Choice, PageRange Range, IReadOnlyList<DeadLetter> Letters) : Confidential;

/// <summary>A failure that is not tried again.</summary>
/// <param name="Letter">The failure.</param>
/// <param name="Why">Why, by the name of the outcome; MOVED where it changed meanwhile.</param>
public sealed record FailureLeft(DeadLetter Letter, string Why) : Confidential;
