using Hub.Notices;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>Puts answers into words, in the language of whoever is answered.</summary>
public interface IAnswerWriter
{
    /// <summary>That a mail became notices: their references, what was understood, what is wrong and how to mend it.</summary>
    AnswerText Acknowledgement(string id, KeptMail mail, IReadOnlyList<Notice> notices);

    /// <summary>That something came in: nothing about what the hub knows or has.</summary>
    AnswerText Receipt(string id, KeptMail mail);

    /// <summary>What became of a notice.</summary>
    AnswerText Word(string id, KeptMail mail, Notice notice);
}

/// <summary>
/// Sends what is owed, once (I4): what an answer tells is settled before its draft is made, and its draft is kept before it is sent. After
/// a crash exactly that one is in doubt.
/// </summary>
public sealed class AnswerDesk(
    IMailStore mails, INoticeStore notices, IAnswerWriter writer, IAnswerSender sender, SenderLimits limits, Outages outages,
    MailroomSettings settings, TimeProvider clock)
{
    private const int MostTries = 5;
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    /// <summary>Notes an answer for every notice of a mail that has moved on since its sender was told.</summary>
    public async Task OweWords(CancellationToken cancel)
    {
        await foreach (var notice in notices.Untold(cancel))
            await OweWord(notice, cancel);
    }

    /// <summary>Sends an answer that is due. A mailbox that cannot be reached is an exception; anything else is the answer's own.</summary>
    public async Task Send(Answer answer, CancellationToken cancel)
    {
        try
        {
            await BeginAndFinish(answer, cancel);
        }
        catch (MailboxException e) when (e.Failed.Kind == Failure.Refused)
        {
            await Refused(answer, e.Failed.Reason, cancel);
        }
        catch (Exception e) when (e is not (MailboxException or OperationCanceledException or OutOfMemoryException) && !outages.Is(e))
        {
            await Refused(answer, $"it cannot be made ({e.GetType().Name})", cancel);
        }
    }

    private async Task BeginAndFinish(Answer answer, CancellationToken cancel)
    {
        var mail = await mails.Find(answer.Mail, cancel) ?? throw new InvalidDataException($"Mail {answer.Mail} is missing.");
        var inDoubt = answer.State == AnswerState.UnderWay;
        if ((inDoubt ? answer : await Begin(answer, mail, cancel)) is { } begun)
            await Finish(begun, mail, inDoubt, cancel);
    }

    private async Task OweWord(Notice notice, CancellationToken cancel)
    {
        // The mail first: its acknowledgement is there as soon as it is dealt with, and another mailbox's run may be at that now.
        if (await mails.Find(notice.Mail!, cancel) is not { Fate: not MailFate.Received } mail)
            return;
        var mark = WordOfNotice.MarkOf(notice);
        var answers = await mails.AnswersTo(mail.Id, cancel);
        // An acknowledgement that is still to go tells it.
        if (answers.Any(a => a is { Kind: AnswerKind.Acknowledgement, State: AnswerState.Owed }))
            return;
        if (!answers.Any(a => a.Tells.GetValueOrDefault(notice.Id) == mark))
            await mails.Owe(Word(mail, notice, mark), cancel);
        await notices.Save(notice with { Told = mark }, cancel);
    }

    private Answer Word(KeptMail mail, Notice notice, string mark) => new()
    {
        Mail = mail.Id,
        Mailbox = mail.Mailbox,
        Kind = AnswerKind.Word,
        Notice = notice.Id,
        Tells = new Dictionary<string, string> { [notice.Id] = mark },
        DueAt = clock.GetUtcNow(),
    };

    // What it tells is settled here, before anything is made.
    private async Task<Answer?> Begin(Answer answer, KeptMail mail, CancellationToken cancel)
    {
        var told = answer.Kind == AnswerKind.Acknowledgement ? await NoticesOf(mail, cancel) : [];
        if (told.Any(n => n.Status == NoticeStatus.Received && clock.GetUtcNow() < n.ReceivedAt + MailroomSettings.CheckedWithin))
        {
            await mails.Save(answer with { DueAt = clock.GetUtcNow() + LookAgain }, cancel);
            return null;
        }
        if (!await limits.Allow(mail, answer, cancel))
        {
            await mails.Save(Dropped(answer, "this address had its answers of the day"), cancel);
            return null;
        }
        var tells = answer.Kind == AnswerKind.Word ? answer.Tells : told.ToDictionary(n => n.Id, WordOfNotice.MarkOf);
        return await mails.Save(answer with { State = AnswerState.UnderWay, Tells = tells }, cancel);
    }

    private async Task Finish(Answer answer, KeptMail mail, bool inDoubt, CancellationToken cancel)
    {
        if (answer.Draft is null)
        {
            var draft = await sender.Draft(mail.Mailbox, mail.Message, await Text(answer, mail, cancel), inDoubt, cancel);
            if (draft.MessageId?.Trim('<', '>') is { } id)
                await mails.Note(MailKey.Message(id), mail.Id, cancel);
            if (await mails.Save(answer with { Draft = draft.Id }, cancel) is not { } drafted)
                return;
            (answer, inDoubt) = (drafted, false);
        }
        await sender.Send(mail.Mailbox, answer.Draft!, inDoubt, cancel);
        // What was sent is kept even when the run is being cancelled.
        await mails.Save(
            answer with { State = AnswerState.Sent, DueAt = null, SentAt = clock.GetUtcNow(), Trouble = null }, CancellationToken.None);
    }

    private async Task Refused(Answer answer, string reason, CancellationToken cancel)
    {
        var current = (await mails.AnswersTo(answer.Mail, cancel)).Single(a => a.Name == answer.Name);
        var attempts = current.Attempts + 1;
        await mails.Save(
            attempts >= MostTries
                ? Dropped(current, reason) with { Attempts = attempts }
                : current with { DueAt = clock.GetUtcNow() + settings.ReadEvery * attempts, Attempts = attempts, Trouble = reason },
            cancel);
    }

    private static Answer Dropped(Answer answer, string why) => answer with { State = AnswerState.Dropped, DueAt = null, Trouble = why };

    private async Task<AnswerText> Text(Answer answer, KeptMail mail, CancellationToken cancel) => answer.Kind switch
    {
        AnswerKind.Acknowledgement => writer.Acknowledgement(answer.Id, mail, await NoticesOf(mail, cancel)),
        AnswerKind.Receipt => writer.Receipt(answer.Id, mail),
        AnswerKind.Word => writer.Word(answer.Id, mail, (await notices.Find(answer.Notice!, cancel))!),
    };

    private async Task<IReadOnlyList<Notice>> NoticesOf(KeptMail mail, CancellationToken cancel)
    {
        var found = new List<Notice>();
        foreach (var id in mail.Notices)
            if (await notices.Find(id, cancel) is { } notice)
                found.Add(notice);
        return found;
    }
}
