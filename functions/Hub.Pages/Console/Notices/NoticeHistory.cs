using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Pages.Console.Parts;
using Hub.Pages.Site;
using Hub.Register.Contacts;

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
        if (detail.Mail?.Decision is { Kind: MailDecisionKind.Release, CalledBack: { } person } call)
            items.Add(new(call.At, labels["History.CalledBack"], visit.NameOf(call.Reviewer), labels.Say(
                "Inbox.Called", person, call.Number is { } number ? TelephoneNumbers.Shown(number) : labels["Inbox.NoNumber"]).ToText(false)));
        items.AddRange((detail.Earlier?.Decisions ?? []).Select(d => new TimelineItem(
            d.At, labels.Say("History.Of", detail.Earlier!.Reference(), labels[$"History.{d.Kind}"]).ToText(false), visit.NameOf(d.Reviewer), d.Reason)));
        items.AddRange(notice.Decisions.Select(d => new TimelineItem(
            d.At, labels[$"History.{d.Kind}"], visit.NameOf(d.Reviewer), d.Reason)));
        if (notice.Objection is { } objection)
            items.Add(new(objection.At, labels["History.Objected"], visit.NameOf(objection.By), objection.Reason));
        items.AddRange(notice.Corrections.Select(c => new TimelineItem(c.At, labels["History.Corrected"], visit.NameOf(c.By), c.Reason)));
        items.AddRange(notice.NetworkAnswers.Select(a => new TimelineItem(
            a.At, labels[a.Listed ? "History.Listed" : "History.NotListed"], a.Network, a.Reason)));
        items.AddRange(detail.HandlingView.Steps(visit));
        // Events bear whole seconds: what was approved within the same one came before.
        if (notice.Sequence is { } sequence && detail.CommittedAt is { } committed)
            items.Insert(0, new(
                notice.Decisions is [.., var last] && last.At > committed ? last.At : committed, labels["History.Committed"],
                Said: labels.Say("History.LogEntry", labels.Number(sequence)).ToText(false)));
        return [.. items.OrderByDescending(i => i.At)];
    }
}
