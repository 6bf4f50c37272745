using Hub.Pages.Console.Parts;
using Hub.Pages.Site;

namespace Hub.Pages.Console.Notices;

/// <summary>What happened to a notice, the last first.</summary>
internal static class NoticeHistory
{
    /// <summary>The steps.</summary>
    public static IReadOnlyList<TimelineItem> Of(NoticeDetail detail, Visit visit)
    {
        var (labels, notice) = (visit.Labels, detail.Notice);
        var items = new List<TimelineItem>
        {
            new(
                notice.ReceivedAt, labels[notice.Entered is null ? "History.Received" : "History.Entered"], visit.NameOf(notice.Sender.Name),
                notice.Entered is { } road ? labels[$"Edit.Road.{road}"] : null),
        };
        items.AddRange(notice.Decisions.Select(d => new TimelineItem(
            d.At, labels[$"History.{d.Kind}"], visit.NameOf(d.Reviewer), d.Reason)));
        items.AddRange(notice.Corrections.Select(c => new TimelineItem(c.At, labels["History.Corrected"], visit.NameOf(c.By), c.Reason)));
        items.AddRange(notice.NetworkAnswers.Select(a => new TimelineItem(
            a.At, labels[a.Listed ? "History.Listed" : "History.NotListed"], a.Network, a.Reason)));
        if (notice.Sequence is { } sequence && detail.CommittedAt is { } committed)
            items.Add(new(committed, labels.Say("History.Committed", labels.Number(sequence)).ToText(false)));
        return [.. items.OrderByDescending(i => i.At)];
    }
}
