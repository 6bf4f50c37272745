using Hub.Intake.Inbox.Replies;

namespace Hub.Intake.Inbox.Channel;

/// <summary>What a run of a mailbox does: keeps what came in and deals with it, some at a time.</summary>
public sealed class InboxWork(
    IInbox inbox, MailArchive keeper, MailProcessing settling, NoticeNews news, IMailStore mails, CorrespondentList correspondents,
    TimeProvider clock)
{
    // Graph allows an app four requests at a time; the outbox wants one.
    private const int AtOnce = 3;
    private const int Batch = 50;

    /// <summary>
    /// The mails to deal with next: those that an earlier run left, else those that came in since, once they are kept. And whether the list
    /// of what came in is at its end.
    /// </summary>
    public async Task<(IReadOnlyList<NewMail> Mails, bool AtTheEnd)> Next(InboxPass pass, CancellationToken cancel)
    {
        if (await mails.Due(pass.Mailbox, clock.GetUtcNow(), Batch, cancel) is { Count: > 0 } left)
            return ([.. left.Select(m => new NewMail(m, null))], false);
        var page = await inbox.Read(pass.Mailbox, pass.Link, cancel);
        var fresh = page is null ? [] : await Kept(pass, page, cancel);
        // A mailbox that has lost our place is read from its beginning: what was kept before is known again.
        pass.Link = page?.Link;
        return (fresh, page is { IsLast: true, Arrivals.Count: 0 });
    }

    /// <summary>Deals with mails. One sender's go in their order: of two that say the same, the first is the one that counts.</summary>
    public async Task Settle(InboxPass pass, IReadOnlyList<NewMail> fresh, CancellationToken cancel)
    {
        if (fresh.Count == 0)
            return;
        var directory = await correspondents.Read(cancel);
        pass.Directory = directory;
        // What was begun with before and did not end may be what ended the process: it goes alone, and takes no other with it.
        foreach (var suspect in fresh.Where(f => f.Mail.Attempts > 0))
            if (await settling.Read(pass, suspect, directory, cancel) is { } read)
                await settling.Settle(pass, read, cancel);
        foreach (var some in fresh.Where(f => f.Mail.Attempts == 0).Chunk(AtOnce * AtOnce))
            await SettleTogether(pass, some, directory, cancel);
    }

    /// <summary>Has senders told where their notices stand now.</summary>
    public Task Tell(CancellationToken cancel) => news.Tell(cancel);

    private async Task SettleTogether(InboxPass pass, NewMail[] fresh, Directory directory, CancellationToken cancel)
    {
        var read = new MailReading?[fresh.Length];
        await Each(
            [.. Enumerable.Range(0, fresh.Length)],
            async i => read[i] = await settling.Read(pass, fresh[i], directory, cancel),
            cancel);
        var senders = read.OfType<MailReading>().GroupBy(f => f.UnderstoodMail.Domain, StringComparer.Ordinal);
        await Each(
            [.. senders],
            async mailsOfOne =>
            {
                foreach (var mail in mailsOfOne)
                    await settling.Settle(pass, mail, cancel);
            },
            cancel);
    }

    private async Task<IReadOnlyList<NewMail>> Kept(InboxPass pass, InboxPage page, CancellationToken cancel)
    {
        var fresh = new NewMail?[page.Arrivals.Count];
        await Each(
            [.. Enumerable.Range(0, fresh.Length)],
            async i => fresh[i] = await keeper.Keep(pass.Mailbox, page.Arrivals[i], cancel),
            cancel);
        return [.. fresh.OfType<NewMail>().OrderBy(f => f.Mail.ReceivedAt)];
    }

    private static Task Each<T>(IReadOnlyCollection<T> items, Func<T, Task> work, CancellationToken cancel) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (item, _) => await work(item));
}
