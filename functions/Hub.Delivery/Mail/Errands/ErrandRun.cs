using Hub.Delivery.Bounces;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail.Errands;

/// <summary>Runs a mailbox's errands, one after the other, between its rounds.</summary>
public sealed class ErrandRun(
    IErrandStore errands, ReaderDesk readers, RoundPreparation preparation, BounceBook bounces, ErrandWriter writer, MailPost post)
{
    /// <summary>Whether a mailbox has any.</summary>
    internal async Task<bool> HasAny(string mailbox, CancellationToken cancel) => (await errands.Of(mailbox, cancel)).Count > 0;

    /// <summary>Puts the next errand on the cursor; null where there is none.</summary>
    internal async Task<Step?> Begin(Cursor cursor, MailRound round, CancellationToken cancel) =>
        await errands.Of(cursor.Name, cancel) is [var first, ..]
            ? new Step.Moved(cursor.Position, (round.Between(round.Marks) with { Errand = first.MailId() }).ToJson())
            : null;

    /// <summary>Goes on with the errand on the cursor.</summary>
    internal async Task<Step> Advance(Cursor cursor, MailRound round, ChannelRun run, CancellationToken cancel)
    {
        if ((await errands.Of(cursor.Name, cancel)).FirstOrDefault(e => e.MailId() == round.Errand) is not { } errand)
            return Done(cursor, round);
        if (await readers.Find(errand.Reader, cancel) is not { } reader
            || await Mail(errand, reader, run, cancel) is not var (changes, write))
        {
            await errands.Remove(errand, cancel);
            return Done(cursor, round);
        }
        var stopped = (await bounces.Stopped([reader], cancel)).GetValueOrDefault(reader.Id);
        var head = Math.Max(errand.UpTo, round.Marks.AtOnce);
        // Asked for again after a crash, it may have gone before and been taken away: the mailbox is asked each time.
        return await post.Advance(
            new(cursor, round, reader, errand.MailId(), head, changes, write, Finish), stopped, inDoubt: true, cancel);

        async Task<Step.Moved> Finish(MailRound sent, CancellationToken stop)
        {
            await errands.Remove(errand, stop);
            return Done(cursor, sent);
        }
    }

    private static Step.Moved Done(Cursor cursor, MailRound round) => new(cursor.Position, round.Between(round.Marks).ToJson());

    // Null where there is nothing to write: what was to be confirmed has been, what was held is decided.
    private async Task<(IReadOnlyList<DirectoryChange>, Func<CancellationToken, Task<MailMessage>>)?> Mail(
        MailErrand errand, Reader reader, ChannelRun run, CancellationToken cancel) => errand.Kind switch
    {
        ErrandKind.Again => await Changes(errand, run, cancel) is { Count: > 0 } changes
            ? (changes, stop => writer.Again(errand.MailId(), reader, changes, errand.AskedAt, stop))
            : null,
        ErrandKind.Confirmation => await writer.Due(reader, cancel) is { Count: > 0 } due
            ? ([], stop => writer.Confirmation(errand.MailId(), reader, due, errand.AskedAt, stop))
            : null,
        ErrandKind.HeldNotice => await writer.Held(errand, reader, cancel) is { } notice
            ? ([], stop => writer.HeldNotice(errand.MailId(), reader, notice, errand.AskedAt, stop))
            : null,
    };

    private async Task<IReadOnlyList<DirectoryChange>> Changes(MailErrand errand, ChannelRun run, CancellationToken cancel)
    {
        var events = await run.EventsBetween(errand.From - 1, errand.UpTo, cancel);
        return await preparation.Changes(events.Where(MailPolicy.IsMailed), cancel);
    }
}
