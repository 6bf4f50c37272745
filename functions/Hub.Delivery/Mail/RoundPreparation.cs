using Hub.Delivery.Bounces;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Mail;

/// <summary>Finds out what a round has to send to whom.</summary>
public sealed class RoundPreparation(
    IRegisterStore register, ISubscriberStore subscribers, IChoiceStore choices, BounceBook bounces, TimeProvider clock)
{
    /// <summary>What a planned round of a mailbox has to send.</summary>
    internal async Task<PreparedRound> Prepare(Cursor cursor, MailRound round, Term term, ChannelRun run, CancellationToken cancel)
    {
        var upTo = round.UpTo!.Value;
        if (!term.Mailboxes.Contains(cursor.Name))
            return PreparedRound.Empty(upTo);
        var events = (await run.EventsBetween(round.Marks.Lowest, upTo, cancel)).Where(MailPolicy.IsMailed).ToList();
        if (events.Count == 0)
            return PreparedRound.Empty(upTo);
        // Readers before records: with nobody to tell, no old version is read.
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var readers = await Readers(snapshot, cursor.Name, term, cancel);
        var recipients = readers.Select(r => To(r.Reader, r.Choice, round)).OfType<Recipient>().Where(r => events.Any(r.IsToldOf)).ToList();
        var owed = events[^1].Sequence > round.Marks.AtOnce ? readers.Select(r => r.Choice.InForce).Distinct() : [];
        var changes = await Changes(events.Where(e => recipients.Any(r => r.IsToldOf(e))), cancel);
        return new(upTo, changes, recipients, [.. owed]) { Stopped = await bounces.Stopped(recipients.Select(r => r.Reader), cancel) };
    }

    /// <summary>Events with the records that they are about.</summary>
    internal async Task<IReadOnlyList<DirectoryChange>> Changes(IEnumerable<DirectoryEvent> events, CancellationToken cancel)
    {
        var (snapshot, changes) = (await register.Read(TimeSpan.FromSeconds(1), cancel), new List<DirectoryChange>());
        foreach (var e in events)
            changes.Add(await Change(e, snapshot, cancel));
        return changes;
    }

    private async Task<List<(Reader Reader, ReaderChoice Choice)>> Readers(
        RegisterSnapshot snapshot, string mailbox, Term term, CancellationToken cancel)
    {
        var chosen = (await choices.List(cancel)).ToDictionary(c => c.Reader);
        var authorities = Reader.AuthoritiesOf(snapshot, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return
        [
            .. (await subscribers.List(cancel)).Concat(authorities)
                .Where(r => term.SenderOf(r.Id) == mailbox).OrderBy(r => r.Id, StringComparer.Ordinal)
                .Select(r => (r.With(chosen.GetValueOrDefault(r.Id)), chosen.GetValueOrDefault(r.Id) ?? new ReaderChoice(r.Id))),
        ];
    }

    private static Recipient? To(Reader reader, ReaderChoice choice, MailRound round)
    {
        var changesCadence = choice.After == round.UpTo && round.Marks.AtOnce < round.UpTo;
        if (!changesCadence && !round.Cadences!.Contains(choice.InForce))
            return null;
        var after = changesCadence ? choice.OwedAfter : Math.Max(round.Marks.Told(choice.InForce), choice.After);
        return new(reader, choice.Preferences, Math.Max(after, reader.Since));
    }

    private async Task<DirectoryChange> Change(DirectoryEvent e, RegisterSnapshot snapshot, CancellationToken cancel)
    {
        if (e.Facts is not { RecordId: { } id, RecordVersion: { } version })
            return new(e, null, null);
        var present = snapshot.Authorities.GetValueOrDefault(id);
        var after = present?.Version == version ? present : await register.ReadVersion(id, version, cancel);
        return new(e, version > 1 ? await register.ReadVersion(id, version - 1, cancel) : null, after);
    }
}
