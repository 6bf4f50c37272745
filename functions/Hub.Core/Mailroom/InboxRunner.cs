using System.Collections.Concurrent;
using Hub.Core.Channels;

namespace Hub.Core.Mailroom;

/// <summary>What a run of a mailbox came to.</summary>
/// <param name="Result">Where it stands.</param>
/// <param name="Notices">The notices it made, whose documents wait to be read.</param>
public sealed record InboxRun(RunResult Result, IReadOnlyCollection<string> Notices);

/// <summary>
/// Reads a mailbox: keeps what came in, deals with it, and sends what is owed. One run at a time reads a mailbox; whatever happens to it, the
/// next goes on from what was kept. The list of changes moves on only once everything in it is kept.
/// </summary>
public sealed class InboxRunner(
    IInboxStore store, IInbox inbox, InboxSubscriptions subscriptions, MailKeeper keeper, LetterReader reader, MailDesk desk, AnswerDesk answers, IMailStore mails,
    CorrespondentList correspondents, MailroomSettings settings, IIdentifiers ids, TimeProvider clock)
{
    // Graph allows an app four requests at a time; the rounds of mails want one.
    private const int AtOnce = 3;
    private const int Batch = 60;
    private const int MostTries = 5;

    /// <summary>A run ends after this time and is taken up again by the next wake-up.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Reads a mailbox until there is nothing left to do or its time is up.</summary>
    public async Task<InboxRun> Run(string mailbox, CancellationToken cancel)
    {
        var made = new ConcurrentBag<string>();
        if (!settings.Inboxes.TryGetValue(mailbox, out var pace) || await Take(mailbox, cancel) is not { } mine)
            return new(RunResult.NotMine, made);
        var pass = new Pass(mine, new(inbox, mine.Mailbox, mine.Folders), new(pace, mine.Sent, clock), made, clock.GetUtcNow() + Budget);
        RunResult result;
        try
        {
            result = await Work(pass, cancel);
        }
        catch (MailboxException e)
        {
            pass.State = After(pass.State, e.Failed);
            result = RunResult.Waiting;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            result = RunResult.MoreToDo;
        }
        await Release(pass);
        return new(result, made);
    }

    private async Task<InboxState?> Take(string mailbox, CancellationToken cancel)
    {
        var state = await store.Find(mailbox, cancel);
        var now = clock.GetUtcNow();
        return state.IsFree(now) ? await store.Save(state with { LeasedUntil = now + settings.Lease }, cancel) : null;
    }

    private async Task<RunResult> Work(Pass pass, CancellationToken cancel)
    {
        await subscriptions.Keep(pass.State.Mailbox, cancel);
        while (clock.GetUtcNow() < pass.Ends && !cancel.IsCancellationRequested)
        {
            var before = await SettleKept(pass, cancel) + await Answer(pass, cancel);
            var page = await inbox.Read(pass.State.Mailbox, pass.State.Link, cancel);
            if (page is not null)
                await Take(pass, page, cancel);
            // A mailbox that has lost our place is read from its beginning: what was kept before is known again.
            pass.State = pass.State with { Link = page?.Link };
            if (!await Keep(pass, cancel))
                return RunResult.NotMine;
            if (page is { IsLast: true, Arrivals.Count: 0 } && before == 0)
                return RunResult.Resting;
        }
        return RunResult.MoreToDo;
    }

    // A page is kept whole before any of it is dealt with: then the place in the list may move on.
    private async Task Take(Pass pass, InboxPage page, CancellationToken cancel)
    {
        var fresh = new FreshMail?[page.Arrivals.Count];
        await Each([.. Enumerable.Range(0, fresh.Length)], async i => fresh[i] = await keeper.Keep(pass.State.Mailbox, page.Arrivals[i], cancel), cancel);
        await Settle(pass, [.. fresh.OfType<FreshMail>().OrderBy(f => f.Mail.ReceivedAt)], cancel);
    }

    private async Task<int> SettleKept(Pass pass, CancellationToken cancel)
    {
        var due = await mails.Due(pass.State.Mailbox, clock.GetUtcNow(), Batch, cancel);
        var opened = new List<FreshMail>();
        foreach (var mail in due)
            opened.Add(await keeper.Open(mail, cancel));
        await Settle(pass, opened, cancel);
        return due.Count;
    }

    private async Task Settle(Pass pass, IReadOnlyList<FreshMail> fresh, CancellationToken cancel)
    {
        if (fresh.Count == 0)
            return;
        var directory = await correspondents.Read(cancel);
        // One sender's mails in their order: of two that say the same, the first is the one that counts.
        var senders = fresh.Select(f => (Fresh: f, Letter: reader.Read(f, directory))).GroupBy(f => f.Letter.Domain, StringComparer.Ordinal);
        await Each(
            [.. senders],
            async mails =>
            {
                foreach (var (mail, letter) in mails)
                    await Settle(pass, mail, letter, cancel);
            },
            cancel);
        await Answer(pass, cancel);
    }

    private async Task Settle(Pass pass, FreshMail fresh, Letter letter, CancellationToken cancel)
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

    private async Task<int> Answer(Pass pass, CancellationToken cancel)
    {
        await answers.OweWords(cancel);
        var due = await mails.DueAnswers(pass.State.Mailbox, clock.GetUtcNow(), Batch, cancel);
        var sent = 0;
        await Each(
            due,
            async a =>
            {
                if (!pass.Pace.Take())
                    return;
                Interlocked.Increment(ref sent);
                await answers.Send(a, cancel);
            },
            cancel);
        return sent;
    }

    private static Task Each<T>(IReadOnlyCollection<T> items, Func<T, Task> work, CancellationToken cancel) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (item, _) => await work(item));

    private async Task<bool> Keep(Pass pass, CancellationToken cancel)
    {
        var state = pass.State with
        {
            LeasedUntil = clock.GetUtcNow() + settings.Lease, Folders = pass.Folders.Ids, Sent = pass.Pace.Sent, Attempts = 0, FailingSince = null, Trouble = null,
        };
        if (await store.Save(state, cancel) is not { } saved)
            return false;
        pass.State = saved;
        return true;
    }

    // What a run came to is kept even when it is being cancelled: a shutdown must not look like a crash.
    private Task Release(Pass pass)
    {
        var next = clock.GetUtcNow() + settings.ReadEvery;
        if (pass.Pace.NextAllowed is { } paced && paced < next)
            next = paced;
        var due = pass.State.FailingSince is null ? next : pass.State.DueAt;
        return store.Save(pass.State with { LeasedUntil = null, DueAt = due, Folders = pass.Folders.Ids, Sent = pass.Pace.Sent }, CancellationToken.None);
    }

    private InboxState After(InboxState state, Step.Failed failed)
    {
        var now = clock.GetUtcNow();
        var failing = state with { Attempts = state.Attempts + 1, FailingSince = state.FailingSince ?? now, Trouble = failed.Reason };
        return settings.Retries.Decide(failing.Attempts, failed, failing.FailingSince!.Value, now, ids.Fraction()) is RetryDecision.RetryAt retry
            ? failing with { DueAt = retry.At }
            : failing with { DueAt = now + settings.Retries.Ladder[^1] };
    }

    /// <summary>One run: what it knows and has done so far.</summary>
    private sealed class Pass(InboxState state, MailFolders folders, AnswerPace pace, ConcurrentBag<string> made, DateTimeOffset ends)
    {
        public InboxState State { get; set; } = state;

        public MailFolders Folders => folders;

        public AnswerPace Pace => pace;

        public ConcurrentBag<string> Made => made;

        public DateTimeOffset Ends => ends;
    }
}
