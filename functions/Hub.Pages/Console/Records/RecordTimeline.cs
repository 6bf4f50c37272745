using Hub.Pages.Console.Parts;
using Hub.Pages.Site;
using Hub.Work.Runner;

namespace Hub.Pages.Console.Records;

/// <summary>What happened to a record, the last first.</summary>
internal static class RecordTimeline
{
    /// <summary>The steps.</summary>
    public static IReadOnlyList<TimelineItem> Of(RecordDetail detail, Visit visit)
    {
        var labels = visit.Labels;
        return
        [
            .. detail.Events.OrderByDescending(e => e.Sequence).Select(e => new TimelineItem(
                e.Time,
                labels[$"Record.Event.{e.Type}"],
                e.Version is { } version ? labels.Say("Record.VersionNumber", labels.Number(version)).ToText(false) : null,
                e.Changed is { Count: > 0 } fields ? string.Join(", ", fields.Select(labels.Field).Order(labels.Order)) : null)),
        ];
    }

    /// <summary>What became of a mail, or what came back of it, as a word of the page.</summary>
    public static string Outcome(Attempt mail) => mail switch
    {
        { Report.Kind: ReportKind.Failed } => "Bounced",
        { Report.Kind: ReportKind.Arrived } => "Arrived",
        { Report.Kind: ReportKind.AutoReply } => "AutoReply",
        { Report: not null } => "Delayed",
        { Outcome: Attempt.Delivered } => "Sent",
        _ => "NotSent",
    };
}
