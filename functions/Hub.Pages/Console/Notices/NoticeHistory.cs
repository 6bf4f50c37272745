using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Pages.Console.Parts;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Contacts;
using Hub.Register.Json;
using Hub.Register.Problems;

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
                notice.ReceivedAt, labels[notice.Entered is null ? "History.Received" : "History.Entered"],
                NoticeWords.Sender(notice.Sender, detail.StateName, visit),
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
        items.AddRange(Told(detail, labels));
        // Events bear whole seconds: what was approved within the same one came before.
        if (notice.Sequence is { } sequence && detail.CommittedAt is { } committed)
            items.Insert(0, new(
                notice.Decisions is [.., var last] && last.At > committed ? last.At : committed, labels["History.Committed"],
                Said: labels.Say("History.LogEntry", labels.Number(sequence)).ToText(false)));
        return [.. items.OrderByDescending(i => i.At)];
    }

    // What the hub asks by itself is nobody's decision, and was asked all the same: by mail, or on the page of the notice.
    private static IEnumerable<TimelineItem> Told(NoticeDetail detail, Labels labels)
    {
        var (notice, words) = (detail.Notice, new ProblemWords(labels, id => detail.Names.GetValueOrDefault(id), isForClerk: true));
        var asked = string.Join(
            " ", notice.Problems.Where(p => p.Outcome is Outcome.Query or Outcome.Refuse).Select(p => words.Of(p).Title).Distinct());
        var unasked = $"{NoticeStatus.Query.Code()}-0";
        foreach (var mail in detail.Told)
            yield return mail.Tells!.GetValueOrDefault(notice.Id) == unasked && asked.Length > 0
                ? new(mail.DoneAt ?? mail.AskedAt, labels["History.AskedByMail"], Said: asked)
                : new(mail.DoneAt ?? mail.AskedAt, labels[$"Inbox.Reply.{mail.Kind}"]);
        if (notice is { Mail: null, Sender.Kind: CallerKind.State } && asked.Length > 0)
            yield return new(notice.ReceivedAt, labels["History.AskedHere"], Said: asked);
    }
}
