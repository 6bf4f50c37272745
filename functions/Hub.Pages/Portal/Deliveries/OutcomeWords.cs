using System.Text.RegularExpressions;
using Hub.Pages.Texts;
using Hub.Work.Runner;

namespace Hub.Pages.Portal.Deliveries;

/// <summary>Words for what came of attempts.</summary>
internal static partial class OutcomeWords
{
    /// <summary>Whether it arrived, or what the receiver answered, or that it answered nothing.</summary>
    public static string Of(Attempt attempt, Labels labels) =>
        attempt.Outcome == Attempt.Delivered ? labels["Portal.Outcome.Arrived"]
        : Status().Match(attempt.Outcome) is { Success: true } found
            ? labels.Say("Portal.Outcome.Answered", found.Groups[1].Value).ToText(labels.RightToLeft)
            : labels["Portal.Outcome.Failed"];

    /// <summary>Why there was no answer, as it was noted in English; null where there is nothing to add.</summary>
    public static string? Reason(Attempt attempt) =>
        attempt.Outcome == Attempt.Delivered || Status().IsMatch(attempt.Outcome) ? null : attempt.Outcome;

    [GeneratedRegex(@"\Athe receiver answered ([0-9]{3})\z", RegexOptions.NonBacktracking)]
    private static partial Regex Status();
}
