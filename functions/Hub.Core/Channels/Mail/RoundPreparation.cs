using Hub.Core.Register;

namespace Hub.Core.Channels.Mail;

/// <summary>Finds out what a round has to send to whom.</summary>
public sealed class RoundPreparation(IRegisterStore register, ISubscriberStore subscribers, TimeProvider clock)
{
    /// <summary>The changes after the cursor's position up to an event, and the readers that a mailbox tells of them.</summary>
    internal async Task<PreparedRound> Prepare(Cursor cursor, long upTo, Term term, ChannelRun run, CancellationToken cancel)
    {
        if (!term.Mailboxes.Contains(cursor.Name))
            return PreparedRound.Empty(upTo);
        var events = (await run.EventsBetween(cursor.Position, upTo, cancel)).Where(MailPolicy.IsMailed).ToList();
        if (events.Count == 0)
            return PreparedRound.Empty(upTo);
        // Readers before records: with nobody to tell, no old version is read.
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var readers = await Readers(snapshot, cursor.Name, term, events[^1].Sequence, cancel);
        var changes = new List<DirectoryChange>();
        foreach (var e in readers.Count == 0 ? [] : events)
            changes.Add(await Change(e, snapshot, cancel));
        return new(upTo, changes, readers);
    }

    private async Task<List<Reader>> Readers(RegisterSnapshot snapshot, string mailbox, Term term, long last, CancellationToken cancel)
    {
        var authorities = Reader.AuthoritiesOf(snapshot, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return
        [
            .. (await subscribers.List(cancel)).Concat(authorities)
                .Where(r => r.Since < last && term.SenderOf(r.Id) == mailbox).OrderBy(r => r.Id, StringComparer.Ordinal),
        ];
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
