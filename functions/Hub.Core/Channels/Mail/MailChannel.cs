using Hub.Core.Register;

namespace Hub.Core.Channels.Mail;

/// <summary>
/// Mail: in rounds. A round fixes the last event it covers, then sends one mail to each reader, in the order of their ids. The cursor says
/// which reader's mail is under way, and then which draft it is, before it is sent, so that after a crash exactly that one is in doubt (I4).
/// </summary>
public sealed class MailChannel(
    IRegisterStore register, ISubscriberStore subscribers, IMailWriter writer, IMailSender sender, IDeliveryLog deliveries,
    MailSettings settings, TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "mail";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        var round = MailRound.Of(cursor);
        if (round.UpTo is not { } upTo)
            return await Begin(cursor, round, run, cancel);
        // What an earlier round of the same run prepared is another round's.
        var prepared = run.Prepared is PreparedRound p && p.UpTo == upTo ? p : await Prepare(cursor, upTo, run, cancel);
        run.Prepared = prepared;
        if (prepared.Find(round.Sending) is not { } reader)
            return Next(cursor, round, prepared);
        if (settings.Pace.NextAllowed(round.Sent, clock.GetUtcNow()) is { } later)
            return new Step.Paced(later, cursor.Work);
        return round.Draft is { } draft
            ? await Send(cursor, round, prepared, reader, draft, run.Resumed, cancel)
            : await Draft(cursor, round, prepared, reader, run.Resumed, cancel);
    }

    private async Task<Step> Begin(Cursor cursor, MailRound round, ChannelRun run, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (round.Began + settings.RoundDistance is { } next && next > now)
            return new Step.Paced(next, cursor.Work);
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        var prepared = await Prepare(cursor, head, run, cancel);
        run.Prepared = prepared;
        return Next(cursor, new() { UpTo = head, Began = now, Sent = round.Sent }, prepared);
    }

    // Readers before records: with nobody to tell, no old version is read.
    private async Task<PreparedRound> Prepare(Cursor cursor, long upTo, ChannelRun run, CancellationToken cancel)
    {
        var events = (await run.EventsBetween(cursor.Position, upTo, cancel)).Where(MailPolicy.IsMailed).ToList();
        if (events.Count == 0)
            return new(upTo, [], []);
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var readers = (await subscribers.List(cancel)).Concat(Reader.AuthoritiesOf(snapshot, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)))
            .Where(r => r.Since < events[^1].Sequence).OrderBy(r => r.Id, StringComparer.Ordinal).ToList();
        var changes = new List<DirectoryChange>();
        foreach (var e in readers.Count == 0 ? [] : events)
            changes.Add(await Change(e, snapshot, cancel));
        return new(upTo, changes, readers);
    }

    private async Task<DirectoryChange> Change(DirectoryEvent e, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        if (e.Facts is not { RecordId: { } id, RecordVersion: { } version })
            return new(e, null, null);
        var present = snapshot.Authorities.GetValueOrDefault(id);
        var after = present?.Version == version ? present : await register.ReadVersion(id, version, cancel);
        return new(e, version > 1 ? await register.ReadVersion(id, version - 1, cancel) : null, after);
    }

    // The reader after the last one done goes on the cursor before its mail is made.
    private static Step.Moved Next(Cursor cursor, MailRound round, PreparedRound prepared) => prepared.After(round.Done) is { } next
        ? new(cursor.Position, (round with { Sending = next.Id, Draft = null }).ToJson())
        : new(round.UpTo!.Value, new MailRound { Began = round.Began, Sent = round.Sent }.ToJson());

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
        var sent = round with { Sent = [.. settings.Pace.Recent(round.Sent, at), at] };
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

    private sealed record PreparedRound(long UpTo, IReadOnlyList<DirectoryChange> Changes, IReadOnlyList<Reader> Readers)
    {
        public Reader? Find(string? id) => id is null ? null : Readers.FirstOrDefault(r => r.Id == id);

        public Reader? After(string? id) => Readers.FirstOrDefault(r => id is null || string.CompareOrdinal(r.Id, id) > 0);
    }
}

/// <summary>Settings of the mail.</summary>
/// <param name="Pace">How fast a mailbox may send.</param>
/// <param name="Retries">When to try again.</param>
/// <param name="RoundDistance">The least time from one round's beginning to the next one's, so that a busy day is a few mails a reader.</param>
public sealed record MailSettings(SendingPace Pace, RetryPolicy Retries, TimeSpan RoundDistance);
