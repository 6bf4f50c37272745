using Hub.Notices.Outbox;
using Hub.Work.Failures;
using Hub.Work.Runner;

namespace Hub.Intake.Inbox;

/// <summary>A mail that was read, about to be dealt with.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="Original">As it was received.</param>
/// <param name="UnderstoodMail">What is in it.</param>
public sealed record MailReading(MailRecord Mail, ReadOnlyMemory<byte> Original, UnderstoodMail UnderstoodMail);

/// <summary>
/// Reads and settles one mail, and lets it do no harm to the others: an attempt is counted before it begins, what it throws is its own, and
/// after some attempts a person deals with it.
/// </summary>
public sealed class MailProcessing(
    MailArchive keeper, MailUnderstanding reader, MailHandler desk, IMailStore mails, IOutbox outbox, SetAside aside, Outages outages,
    MailroomSettings settings, TimeProvider clock)
{
    private const string Queue = "mailbox";

    /// <summary>A mail with what is in it; null where there is nothing more to do about it now.</summary>
    public async Task<MailReading?> Read(InboxPass pass, NewMail fresh, Directory directory, CancellationToken cancel)
    {
        if (await Begin(pass, fresh.Mail, cancel) is not { } mine)
            return null;
        MailReading? read = null;
        if (IsSettled(mine))
        {
            await Guarded(
                pass, mine,
                async () =>
                {
                    await desk.PutAway(mine, pass.Folders, cancel);
                    await SettleNote(mine, cancel);
                },
                cancel);
            return null;
        }
        await Guarded(
            pass, mine,
            async () =>
            {
                var original = fresh.Original ?? await keeper.Open(mine, cancel);
                read = new(mine, original, await reader.Read(mine, original, directory, cancel));
            },
            cancel);
        return read;
    }

    // A person dismissed it, answered it, or made a notice of it: it is not read again.
    private static bool IsSettled(MailRecord mail) =>
        mail.Fate is InboundMailStatus.Dismissed or InboundMailStatus.Answered or InboundMailStatus.Notice;

    /// <summary>Deals with a mail that was read.</summary>
    public Task Settle(InboxPass pass, MailReading read, CancellationToken cancel) => Guarded(
        pass, read.Mail,
        async () =>
        {
            if (await desk.Settle(read.Mail, read.Original, read.UnderstoodMail, pass.Folders, cancel) is not { } settled)
                return;
            foreach (var notice in settled.Notices)
                pass.Made(notice);
            await SettleNote(read.Mail, cancel);
        },
        cancel);

    private Task SettleNote(MailRecord mail, CancellationToken cancel) => mail.Attempts > SetAside.MostAttempts
        ? aside.Settle(Queue, mail.Id, mail.ReceivedAt, cancel)
        : Task.CompletedTask;

    // What was begun before and did not end, the process may have ended with: it is tried again later each time.
    private async Task<MailRecord?> Begin(InboxPass pass, MailRecord mail, CancellationToken cancel)
    {
        if (mail.Attempts >= AttemptPolicy.Most)
        {
            await GiveUp(pass, mail, "UNREADABLE", mail.Attempts, cancel);
            return null;
        }
        if (mail.Attempts == SetAside.MostAttempts)
            await aside.NoteEnds(Queue, mail.Id, "A mail", mail.ReceivedAt, cancel);
        return await mails.Save(
            mail with { Attempts = mail.Attempts + 1, DueAt = clock.GetUtcNow() + settings.Attempts.WaitAfter(mail.Attempts + 1) }, cancel);
    }

    private async Task Guarded(InboxPass pass, MailRecord mail, Func<Task> work, CancellationToken cancel)
    {
        try
        {
            await work();
        }
        // The mailbox refuses something about this one message: the others go on.
        catch (MailboxException e) when (e.Failed.Kind == Failure.Refused)
        {
            await Postpone(pass, mail, "MAILBOX_REFUSED", cancel);
        }
        // That it is overloaded or away is no message's fault, nor is a shutdown.
        catch (Exception e) when (e is MailboxException || outages.Is(e) || cancel.IsCancellationRequested)
        {
            await Uncount(mail);
            throw;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await Postpone(pass, mail, "UNREADABLE", cancel);
        }
    }

    private async Task Postpone(InboxPass pass, MailRecord mail, string reason, CancellationToken cancel)
    {
        var errors = mail.Errors + 1;
        if (errors >= SetAside.MostAttempts)
            await GiveUp(pass, mail, reason, errors, cancel);
        else
        {
            var later = clock.GetUtcNow() + (settings.ReadEvery * errors);
            await mails.Save(mail with { Attempts = mail.Attempts - 1, Errors = errors, DueAt = later }, cancel);
        }
    }

    // Somebody looks at it: what stays on the list of held mails is released or dismissed by a person.
    private async Task GiveUp(InboxPass pass, MailRecord mail, string reason, int attempts, CancellationToken cancel)
    {
        var detail = $"{attempts} attempts";
        if (IsSettled(mail))
        {
            // A person has decided about it already: what is left undone is a move within the mailbox.
            await aside.Note(
                Queue,
                mail.Id,
                $"A settled mail could not be moved in its mailbox in {detail}. It stays where it lies; nothing waits for it.",
                cancel);
            await mails.Save(mail.Now(mail.Fate), cancel);
            return;
        }
        await aside.Note(
            Queue, mail.Id, $"A mail could not be dealt with in {detail}. It is held: GET /api/mails/{mail.Id}; release or dismiss it.",
            cancel);
        if (await mails.Save(mail.Now(InboundMailStatus.Held) with { Reasons = [new(reason, detail)] }, cancel) is not { } held)
            return;
        try
        {
            await pass.Folders.Put(held, cancel);
        }
        catch (MailboxException e) when (e.Failed.Kind == Failure.Refused)
        {
            // It stays where it lies; the list of held mails tells of it.
        }
        await Tell(pass, held, cancel);
    }

    // Held already, so that a head which does harm does it once. An office hears that its mail arrived.
    private async Task Tell(InboxPass pass, MailRecord held, CancellationToken cancel)
    {
        try
        {
            if (pass.Directory is not { } directory
                || await reader.Head(held, await keeper.Open(held, cancel), directory, cancel) is not { } head)
                return;
            var told = held with { From = head.Mail.From[0].Address, MessageId = head.Mail.MessageId, Language = head.Language };
            if (await mails.Save(told, cancel) is not null)
                await outbox.Add([OutboxMails.Reply(OutboxKind.Receipt, held.Id, held.Mailbox, clock.GetUtcNow())], cancel);
        }
        catch (Exception e) when (e is not OutOfMemoryException && !outages.Is(e) && !cancel.IsCancellationRequested)
        {
            // Who wrote cannot be told either: the list of held mails tells of it.
        }
    }

    private Task Uncount(MailRecord mail) =>
        mails.Save(mail with { Attempts = Math.Max(0, mail.Attempts - 1), DueAt = clock.GetUtcNow() }, CancellationToken.None);
}
