using System.Text;
using System.Text.Json.Nodes;
using Hub.Intake.Mails.Kinds;
using Hub.Intake.Mails.Senders;
using Hub.Intake.Notes;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Inbox;

/// <summary>Makes notices of a mail: exactly one of each form in it, however often it is tried (I1).</summary>
public sealed class MailNotices(NoticeIntake intake, NoticeFlow desk, INoticeStore notices, IMailStore mails, StateCatalog states)
{
    private const int MostForms = 20;
    private const int MostWaiting = 100;

    /// <summary>Another State than the sender's that a form speaks for (I7): its code, and the words; null where none does.</summary>
    public string? AnotherState(Caller sender, UnderstoodMail letter) => (
        from notice in letter.Verdict.Notices
        let text = (string?)notice.Form["state"]
        where text is not null && states.TryFind(text, out var state, out _) && state.Alpha3 != sender.State && state.Of != sender.State
        let words = notice.Proposals.FirstOrDefault(p => p.Pointer == "/state")?.Words ?? text
        select $"{Code(text)}: {words}").FirstOrDefault();

    private string Code(string text) => states.TryFind(text, out var state, out _) ? state.Alpha3.Value : text;

    /// <summary>The notices of a mail whose sender is known; none where there is nothing that could be one.</summary>
    public async Task<IReadOnlyList<string>> Take(MailRecord mail, UnderstoodMail letter, CancellationToken cancel)
    {
        var earlier = await Earlier(mail, letter, cancel);
        if (earlier is not null && MayObject(earlier, mail, letter))
        {
            // A person reads it first; what that person releases speaks for itself.
            if (mail.Decision is null)
                return [];
            earlier = null;
        }
        var understood = Understood(mail, letter, earlier);
        // What it does is not said, or said in two ways: a person reads it. Files are kept, looked at and translated as a notice's.
        if (earlier is null && mail.Decision is null && letter.Verdict.Files.Count == 0 && understood.All(n => n.Form["kind"] is null))
            return [];
        var ids = new List<string>();
        foreach (var (notice, i) in understood.Take(MostForms).Select((n, i) => (n, i)))
            ids.Add(await Take(mail, letter, notice, i, i == 0 ? earlier?.Id : null, cancel));
        return ids;
    }

    private async Task<string> Take(
        MailRecord mail, UnderstoodMail letter, UnderstoodNotice notice, int number, string? amends, CancellationToken cancel)
    {
        var sender = mail.Sender!;
        var form = (JsonObject)notice.Form.DeepClone();
        form.TryAdd("state", sender.State!.Value.Value);
        form.TryAdd("language", mail.Language.Code());
        if (amends is not null)
            form.TryAdd("amends", amends);
        var submission = new Submission(
            sender, form, Encoding.UTF8.GetBytes(form.ToJsonString(HubJson.Options)), letter.Verdict.Files, $"mail-{mail.Id}-{number}")
        {
            IsAnswer = amends is not null && notice.Source == NoticeSource.Note,
            Mail = new(mail.Id, mail.Language, notice.Proposals, [.. Remarks(letter, notice)]) { Number = number },
        };
        var id = IdOf(await intake.Accept(submission, cancel));
        await CountReleaser(id, mail, cancel);
        // Checked at once, so that the acknowledgement can say what is wrong.
        await desk.Advance(id, cancel);
        return id;
    }

    // That the office wrote it is the word of whoever released the mail: it is not counted a second time.
    private async Task CountReleaser(string id, MailRecord mail, CancellationToken cancel)
    {
        if (mail.Decision is not { Kind: MailDecisionKind.Release } release)
            return;
        while (await notices.Find(id, cancel) is { ConfirmedBy: null, ConfirmerMadeBy: null } notice && notice.Mail == mail.Id)
            if (await notices.Save(notice with { ConfirmerMadeBy = release.MadeBy ?? release.Reviewer }, cancel) is not null)
                return;
    }

    private static IEnumerable<Problem> Remarks(UnderstoodMail letter, UnderstoodNotice notice) =>
        ((letter.Verdict.Sender as SenderVerdict.Known)?.Remarks ?? []).Concat(notice.Questions)
            .Select(p => p with { Field = $"{MailSource.Field}{p.Field}" });

    private static string IdOf(SubmissionResult result) => result switch
    {
        SubmissionResult.Accepted(var notice) => notice.Id,
        SubmissionResult.Repeated(var notice) => notice.Id,
        // Understood a little differently than before the crash: what was kept then stays.
        SubmissionResult.KeyReused(var id) => id,
        SubmissionResult.Refused or SubmissionResult.ForeignState =>
            throw new InvalidOperationException("A mail of a known sender cannot be refused."),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    // What a mission says in words about a notice that waits for its word may be an objection; a form that it filled in is its own.
    private static bool MayObject(Notice earlier, MailRecord mail, UnderstoodMail letter) => earlier.AwaitsOffice()
        && mail.Sender!.IsOfficialChannel && letter.Verdict.Notices.All(n => n.Source == NoticeSource.Note);

    private static IReadOnlyList<UnderstoodNotice> Understood(MailRecord mail, UnderstoodMail letter, Notice? earlier) =>
        letter.Verdict switch
    {
        // What a sender writes about a question is added to what it said before; a form filled in anew is whole.
        { Notices: var said } when earlier is not null && said.All(n => n.Source == NoticeSource.Note)
            && AnsweredNotice.Of(earlier, said.FirstOrDefault(n => n.Form["kind"] is not null) ?? letter.Verdict.Found) is { } joined =>
            [joined.With(letter.OwnWords)],
        { Notices: { Count: > 0 } forms } => forms,
        { Kind: MailKind.Reply or MailKind.Other } when earlier is not null => [new AnsweredNotice(earlier).With(letter.OwnWords)],
        // Nobody says what it is, so its sender is asked.
        { Kind: MailKind.Notice } or { Kind: MailKind.Reply, Files.Count: > 0 } => [new([], [], NoticeSource.Note)],
        // A person said that it is one.
        _ when mail.Decision is { Kind: MailDecisionKind.Release } => [new([], [], NoticeSource.Note)],
        _ => [],
    };

    /// <summary>The notice that a mail answers: one of its own State that waits for an answer.</summary>
    private async Task<Notice?> Earlier(MailRecord mail, UnderstoodMail letter, CancellationToken cancel)
    {
        if (letter.Verdict.References is not { MessageIds.Count: 0, Notices.Count: 0 })
            foreach (var id in (await Named(mail, letter, cancel)).Concat(await OfConversation(mail, letter, cancel)).Distinct())
                if (Notice.StateOf(id) == mail.Sender!.State && await Waiting(id, mail, cancel) is { } waiting)
                    return waiting;
        return letter.Verdict.Notices.All(n => n.Form["kind"] is null) ? await Referred(mail, letter, cancel) : null;
    }

    // By their ids, or by the short names that people are told.
    private async Task<IEnumerable<string>> Named(MailRecord mail, UnderstoodMail letter, CancellationToken cancel)
    {
        var named = letter.Verdict.References.Notices.Where(n => Notice.StateOf(n) == mail.Sender!.State).ToHashSet();
        if (!named.Any(n => NoticeReference.In(n).Any()))
            return named;
        var meant = (await notices.Summaries(cancel)).Where(n => n.State == mail.Sender!.State && named.Contains(n.Reference()));
        return named.Concat(meant.OrderByDescending(n => n.ReceivedAt).Select(n => n.Id));
    }

    // "With reference to its note LSM/77/26": the one that waits for an answer under that reference.
    private async Task<Notice?> Referred(MailRecord mail, UnderstoodMail letter, CancellationToken cancel)
    {
        if (mail.Sender!.State is not { } state)
            return null;
        var words = $"{letter.Mail.Subject}\n{letter.OwnWords}";
        var waiting = (await notices.List(state, NoticeStatus.Query, MostWaiting, cancel))
            .Where(n => n.Mail != mail.Id && AnsweredNotice.IsNamed(n, words)).ToList();
        return waiting is [var one] ? one : null;
    }

    // The notice of a conversation may have been amended before; what this very mail amended before a crash is what it amends.
    private async Task<Notice?> Waiting(string id, MailRecord mail, CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel);
        for (var i = 0; i < MostForms && notice is { Status: NoticeStatus.Superseded, Linked: { } next }; i++)
        {
            var later = await notices.Find(next, cancel);
            if (later?.Mail == mail.Id)
                return notice;
            notice = later;
        }
        return notice is { Status: NoticeStatus.Query or NoticeStatus.Held } && notice.Mail != mail.Id ? notice : null;
    }

    private async Task<IEnumerable<string>> OfConversation(MailRecord mail, UnderstoodMail letter, CancellationToken cancel)
    {
        var keys = letter.Verdict.References.MessageIds.Take(MostForms).Select(MailKey.Message);
        if (mail.Conversation is { } conversation)
            keys = keys.Append(MailKey.Conversation(conversation));
        var found = new List<string>();
        foreach (var key in keys)
            if (await mails.Noted(key, cancel) is { } id && id != mail.Id && await mails.Find(id, cancel) is { } earlier)
                found.AddRange(earlier.Notices);
        return found;
    }
}
