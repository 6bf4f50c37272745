using Hub.Core.Channels;

namespace Hub.Core.Mailroom;

/// <summary>What a run of a mailbox does: keeps what came in, deals with it, and sends what is owed, some at a time.</summary>
public sealed class InboxWork(
    IInbox inbox, MailKeeper keeper, LetterReader reader, MailDesk desk, AnswerDesk answers, IMailStore mails,
    CorrespondentList correspondents, MailroomSettings settings, TimeProvider clock)
{
    // Graph allows an app four requests at a time; the rounds of mails want one.
    private const int AtOnce = 3;
    private const int Batch = 50;
    private const int MostTries = 5;

    /// <summary>
    /// The mails to deal with next: those that an earlier run left, else those that came in since, once they are kept. And whether the list
    /// of what came in is at its end.
    /// </summary>
    public async Task<(IReadOnlyList<FreshMail> Mails, bool AtTheEnd)> Next(InboxPass pass, CancellationToken cancel)
    {
        if (await Left(pass, cancel) is { Count: > 0 } left)
            return (left, false);
        var page = await inbox.Read(pass.State.Mailbox, pass.State.Link, cancel);
        var fresh = page is null ? [] : await Kept(pass, page, cancel);
        // A mailbox that has lost our place is read from its beginning: what was kept before is known again.
        pass.State = pass.State with { Link = page?.Link };
        return (fresh, page is { IsLast: true, Arrivals.Count: 0 });
    }

    /// <summary>Deals with mails. One sender's go in their order: of two that say the same, the first is the one that counts.</summary>
    public async Task Settle(InboxPass pass, IReadOnlyList<FreshMail> fresh, CancellationToken cancel)
    {
        if (fresh.Count == 0)
            return;
        var directory = await correspondents.Read(cancel);
        var senders = fresh.Select(f => (Fresh: f, Letter: reader.Read(f, directory)))
            .GroupBy(f => f.Letter.Domain, StringComparer.Ordinal);
        await Each([.. senders], mailsOfOne => InOrder(pass, mailsOfOne, cancel), cancel);
    }

    /// <summary>Sends what is owed by now, as far as the pace allows; how many it took up.</summary>
    public async Task<int> Answer(InboxPass pass, CancellationToken cancel)
    {
        await answers.OweWords(cancel);
        var due = await mails.DueAnswers(pass.State.Mailbox, clock.GetUtcNow(), Batch, cancel);
        var now = due.TakeWhile(_ => pass.Pace.Take()).ToList();
        await Each(now, answer => answers.Send(answer, cancel), cancel);
        return now.Count;
    }

    private async Task<IReadOnlyList<FreshMail>> Left(InboxPass pass, CancellationToken cancel)
    {
        var opened = new List<FreshMail>();
        foreach (var mail in await mails.Due(pass.State.Mailbox, clock.GetUtcNow(), Batch, cancel))
            opened.Add(await keeper.Open(mail, cancel));
        return opened;
    }

    private async Task<IReadOnlyList<FreshMail>> Kept(InboxPass pass, InboxPage page, CancellationToken cancel)
    {
        var fresh = new FreshMail?[page.Arrivals.Count];
        await Each(
            [.. Enumerable.Range(0, fresh.Length)],
            async i => fresh[i] = await keeper.Keep(pass.State.Mailbox, page.Arrivals[i], cancel),
            cancel);
        return [.. fresh.OfType<FreshMail>().OrderBy(f => f.Mail.ReceivedAt)];
    }

    private async Task InOrder(InboxPass pass, IEnumerable<(FreshMail Fresh, Letter Letter)> ofOneSender, CancellationToken cancel)
    {
        foreach (var (fresh, letter) in ofOneSender)
            await Settle(pass, fresh, letter, cancel);
    }

    private async Task Settle(InboxPass pass, FreshMail fresh, Letter letter, CancellationToken cancel)
    {
        try
        {
            if (await desk.Settle(fresh, letter, pass.Folders, cancel) is { } settled)
                foreach (var notice in settled.Notices)
                    pass.Made.Add(notice);
        }
        catch (MailboxException e) when (e.Failed.Kind == Failure.Refused)
        {
            await Postpone(fresh.Mail, cancel);
        }
    }

    // The mailbox refuses something about this one message: the others go on, and somebody looks at this one in the end.
    private Task Postpone(KeptMail mail, CancellationToken cancel)
    {
        var attempts = mail.Attempts + 1;
        var later = attempts < MostTries
            ? mail with { Attempts = attempts, DueAt = clock.GetUtcNow() + settings.ReadEvery * attempts }
            : mail.Now(MailFate.Held) with { Reasons = [new("MAILBOX_REFUSED", "")] };
        return mails.Save(later, null, cancel);
    }

    private static Task Each<T>(IReadOnlyCollection<T> items, Func<T, Task> work, CancellationToken cancel) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (item, _) => await work(item));
}
