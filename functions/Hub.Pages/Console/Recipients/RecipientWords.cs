using Hub.Notices.Recipients;
using Hub.Pages.Texts;
using Hub.Work.Runner;

namespace Hub.Pages.Console.Recipients;

/// <summary>What recipients are and what became of their mails, in a word or two.</summary>
internal static class RecipientWords
{
    /// <summary>What it is.</summary>
    public static string Kind(Recipient recipient, Labels labels) =>
        recipient.RecordId() is null ? labels[$"OfficeRole.{recipient.Role}"] : labels.Of(RecipientKind.Authority);

    /// <summary>What became of a mail.</summary>
    public static string Outcome(Attempt attempt, Labels labels) => attempt switch
    {
        { Report: null, Outcome: Attempt.Delivered } => labels["Recipients.Went"],
        { Report: { } report } => labels.Of(report.Kind),
        _ => labels["Recipients.NotSent"],
    };

    /// <summary>What it told: all changes up to an entry of the log.</summary>
    public static string UpTo(Attempt attempt, Labels labels) =>
        labels.Say("Recipients.UpTo", labels.Number(attempt.Sequence)).ToText(labels.RightToLeft);

    /// <summary>Why; null where there is nothing to add.</summary>
    public static string? Why(Attempt attempt, Labels labels)
    {
        var said = attempt.Outcome.StartsWith(Attempt.NotSent, StringComparison.Ordinal)
            ? attempt.Outcome[Attempt.NotSent.Length..]
            : attempt.Outcome;
        return BounceWords.Of(said, labels);
    }
}
