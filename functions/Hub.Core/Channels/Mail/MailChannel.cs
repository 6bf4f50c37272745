using Hub.Core.Register;

namespace Hub.Core.Channels.Mail;

/// <summary>
/// Mail: in rounds. A round fixes the last event it covers, then sends one mail to each reader, in the order of their ids. The cursor says
/// which reader's mail is under way before it is sent, so that after a crash exactly that one is in doubt (I4).
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
        {
            // What an earlier round of this run prepared is not this one's to tell.
            run.Prepared = null;
            return await Begin(cursor, round, cancel);
        }
        var prepared = run.Prepared as PreparedRound ?? await Prepare(cursor, upTo, run, cancel);
        run.Prepared = prepared;
        if (prepared.Find(round.Sending) is not { } reader)
            return End(cursor, round, prepared);
        return settings.Pace.NextAllowed(round.Sent, clock.GetUtcNow()) is { } later
            ? new Step.Paced(later, cursor.Work)
            : await Send(cursor, round, prepared, reader, run.Resumed, cancel);
    }

    private async Task<Step> Begin(Cursor cursor, MailRound round, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        return new Step.Moved(cursor.Position, (round with { UpTo = head, Done = null, Sending = null }).ToJson());
    }

    private async Task<PreparedRound> Prepare(Cursor cursor, long upTo, ChannelRun run, CancellationToken cancel)
    {
        var events = (await run.EventsBetween(cursor.Position, upTo, cancel)).Where(MailPolicy.IsMailed).ToList();
        if (events.Count == 0)
            return new([], []);
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var changes = new List<DirectoryChange>();
        foreach (var e in events)
            changes.Add(await Change(e, snapshot, cancel));
        var readers = (await subscribers.List(cancel)).Concat(Reader.AuthoritiesOf(snapshot));
        return new(changes, [.. readers.Where(r => r.Since < events[^1].Sequence).OrderBy(r => r.Id, StringComparer.Ordinal)]);
    }

    private async Task<DirectoryChange> Change(DirectoryEvent e, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        if (e.Facts is not { RecordId: { } id, RecordVersion: { } version })
            return new(e, null, null);
        var present = snapshot.Authorities.GetValueOrDefault(id);
        var after = present?.Version == version ? present : await register.ReadVersion(id, version, cancel);
        return new(e, version > 1 ? await register.ReadVersion(id, version - 1, cancel) : null, after);
    }

    // The reader after the last one done goes on the cursor before its mail goes out.
    private static Step.Moved End(Cursor cursor, MailRound round, PreparedRound prepared) => prepared.After(round.Done) is { } next
        ? new(cursor.Position, (round with { Sending = next.Id }).ToJson())
        : new(round.UpTo!.Value, new MailRound { Sent = round.Sent }.ToJson());

    private async Task<Step> Send(
        Cursor cursor, MailRound round, PreparedRound prepared, Reader reader, bool inDoubt, CancellationToken cancel)
    {
        var id = MailMessage.IdOf(reader, Math.Max(cursor.Position, reader.Since), round.UpTo!.Value);
        var message = writer.Changes(id, reader, [.. prepared.Changes.Where(c => c.Event.Sequence > reader.Since)]);
        var at = clock.GetUtcNow();
        var failed = await sender.Send(cursor.Name, message, inDoubt, cancel);
        // An address that the mailbox refuses is that reader's trouble; any other failure is the mailbox's, and everybody waits.
        if (failed is { Kind: not Failure.Refused })
            return failed with { Work = round.ToJson() };
        var took = (long)(clock.GetUtcNow() - at).TotalMilliseconds;
        await deliveries.Add(new(Name, reader.Id, id, round.UpTo.Value, at, failed?.Reason ?? Attempt.Delivered, took), cancel);
        var done = round with
        {
            Done = reader.Id, Sending = prepared.After(reader.Id)?.Id, Sent = [.. settings.Pace.Recent(round.Sent, at), at],
        };
        return End(cursor, done, prepared);
    }

    private sealed record PreparedRound(IReadOnlyList<DirectoryChange> Changes, IReadOnlyList<Reader> Readers)
    {
        public Reader? Find(string? id) => id is null ? null : Readers.FirstOrDefault(r => r.Id == id);

        public Reader? After(string? id) => Readers.FirstOrDefault(r => id is null || string.CompareOrdinal(r.Id, id) > 0);
    }
}

/// <summary>Settings of the mail.</summary>
/// <param name="Pace">How fast a mailbox may send.</param>
/// <param name="Retries">When to try again.</param>
public sealed record MailSettings(SendingPace Pace, RetryPolicy Retries);
