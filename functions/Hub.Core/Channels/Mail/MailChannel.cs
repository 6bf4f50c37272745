using Hub.Core.Register;

namespace Hub.Core.Channels.Mail;

/// <summary>
/// Mail: in rounds. A round fixes the last event it covers, then sends one mail to each reader, in the order of their ids. The cursor says
/// which reader's mail is under way, and then which draft it is, before it is sent, so that after a crash exactly that one is in doubt (I4).
/// </summary>
public sealed class MailChannel(
    IRegisterStore register, IRosterStore rosters, RoundPreparation preparation, IMailWriter writer, IMailSender sender, IDeliveryLog deliveries,
    MailSettings settings, TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "mail";

    private static readonly TimeSpan RosterPause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var round = MailRound.Of(cursor);
        if (round.UpTo is not { } upTo)
            return await Begin(cursor, round, cancel);
        if (!round.Planned)
            return await Plan(cursor, round, run, cancel);
        // What an earlier round of the same run prepared is another round's.
        var prepared = run.Prepared is PreparedRound p && p.UpTo == upTo ? p : await Prepare(cursor, upTo, await rosters.Read(cancel), run, cancel);
        if (prepared.Find(round.Sending) is not { } reader)
            return Next(cursor, round, prepared);
        var now = clock.GetUtcNow();
        if ((settings.Pace.NextAllowed(round.Sent, now) ?? settings.Quota.NextAllowed(round.SentHours, now)) is { } later)
            return new Step.Paced(later, cursor.Work);
        return round.Draft is { } draft
            ? await Send(cursor, round, prepared, reader, draft, run.Resumed, cancel)
            : await Draft(cursor, round, prepared, reader, run.Resumed, cancel);
    }

    // How far it reaches is on the cursor before the roster is looked at: see RosterKeeper.
    private async Task<Step> Begin(Cursor cursor, MailRound round, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (round.Began + settings.RoundDistance is { } next && next > now)
            return new Step.Paced(next, cursor.Work);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return new Step.Moved(cursor.Position, (round.Between() with { UpTo = head, Began = now }).ToJson());
    }

    private async Task<Step> Plan(Cursor cursor, MailRound round, ChannelRun run, CancellationToken cancel)
    {
        var roster = await rosters.Read(cancel);
        if (!roster.IsSettled)
            return new Step.Paced(clock.GetUtcNow() + RosterPause, cursor.Work);
        var upTo = Math.Min(round.UpTo!.Value, roster.EndOfTerm(cursor.Position + 1));
        var prepared = await Prepare(cursor, upTo, roster, run, cancel);
        return Next(cursor, round with { UpTo = upTo, Planned = true }, prepared);
    }

    private async Task<PreparedRound> Prepare(Cursor cursor, long upTo, Roster roster, ChannelRun run, CancellationToken cancel)
    {
        var prepared = await preparation.Prepare(cursor, upTo, roster.TermOf(upTo), run, cancel);
        run.Prepared = prepared;
        return prepared;
    }

    // The reader after the last one done goes on the cursor before its mail is made.
    private static Step.Moved Next(Cursor cursor, MailRound round, PreparedRound prepared) => prepared.After(round.Done) is { } next
        ? new(cursor.Position, (round with { Sending = next.Id, Draft = null }).ToJson())
        : new(round.UpTo!.Value, round.Between().ToJson());

    private async Task<Step> Draft(
        Cursor cursor, MailRound round, PreparedRound prepared, Reader reader, bool inDoubt, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        var message = writer.Changes(
            IdOf(cursor, round, reader), reader, [.. prepared.Changes.Where(c => c.Event.Sequence > reader.Since)]);
        var (draft, failed) = await sender.Draft(cursor.Name, message, inDoubt, cancel);
        return failed is null
            ? new Step.Moved(cursor.Position, (round with { Draft = draft }).ToJson())
            : await After(cursor, round, prepared, reader, at, failed, cancel);
    }

    private async Task<Step> Send(
        Cursor cursor, MailRound round, PreparedRound prepared, Reader reader, string draft, bool inDoubt, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        var failed = await sender.Send(cursor.Name, draft, inDoubt, cancel);
        var sent = round with
        {
            Sent = [.. settings.Pace.Recent(round.Sent, at), at], SentHours = settings.Quota.Plus(round.SentHours, at),
        };
        return await After(cursor, failed is null ? sent : round, prepared, reader, at, failed, cancel);
    }

    private async Task<Step> After(
        Cursor cursor, MailRound round, PreparedRound prepared, Reader reader, DateTimeOffset at, Step.Failed? failed, CancellationToken cancel)
    {
        // An address that the mailbox refuses is that reader's trouble; any other failure is the mailbox's, and everybody waits.
        if (failed is { Kind: not Failure.Refused })
            return failed with { Work = round.ToJson() };
        var took = (long)(clock.GetUtcNow() - at).TotalMilliseconds;
        await deliveries.Add(
            new(Name, reader.Id, IdOf(cursor, round, reader), round.UpTo!.Value, at, failed?.Reason ?? Attempt.Delivered, took), cancel);
        return Next(cursor, round with { Done = reader.Id }, prepared);
    }

    private static string IdOf(Cursor cursor, MailRound round, Reader reader) =>
        MailMessage.IdOf(reader, Math.Max(cursor.Position, reader.Since), round.UpTo!.Value);
}

/// <summary>Settings of the mail.</summary>
/// <param name="Pace">How fast a mailbox may send.</param>
/// <param name="Quota">How much it may send in a day.</param>
/// <param name="Retries">When to try again.</param>
/// <param name="RoundDistance">The least time from one round's beginning to the next one's, so that a busy day is a few mails a reader.</param>
public sealed record MailSettings(SendingPace Pace, SendingQuota Quota, RetryPolicy Retries, TimeSpan RoundDistance);
