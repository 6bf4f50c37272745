using Hub.Delivery.Confirmations;
using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Delivery.Mail.Errands;

/// <summary>Writes the mails of errands, with the reader's own links in them.</summary>
public sealed class ErrandWriter(
    IMailWriter writer, ReaderLinkMaker links, IRegisterStore register, INoticeStore notices, TimeProvider clock)
{
    /// <summary>The mail that tells a reader of changes again.</summary>
    internal async Task<MailMessage> Again(
        string id, Reader reader, IReadOnlyList<DirectoryChange> changes, DateTimeOffset asked, CancellationToken cancel) =>
        writer.Changes(id, reader, changes, await links.For(reader, changes, asked, cancel));

    /// <summary>The records that a reader is to confirm now.</summary>
    internal async Task<IReadOnlyList<Authority>> Due(Reader reader, CancellationToken cancel)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        return [.. ConfirmableRecords.Of(reader, snapshot, day).Where(a => UpkeepPolicy.IsDue(a.Upkeep, day))];
    }

    /// <summary>The mail that asks a reader to confirm them.</summary>
    internal async Task<MailMessage> Confirmation(
        string id, Reader reader, IReadOnlyList<Authority> due, DateTimeOffset asked, CancellationToken cancel)
    {
        var records = new List<RecordToConfirm>();
        foreach (var record in due)
            records.Add(new(
                record, UpkeepPolicy.LastConfirmed(record.Upkeep),
                UpkeepPolicy.LastConfirmed(record.Upkeep).AddMonths(UpkeepPolicy.MonthsUntilUnconfirmed),
                await links.Confirmation(reader, record.Id, asked, cancel)));
        return writer.Confirmation(id, reader, records);
    }

    /// <summary>The notice of an errand, where a reader's word about it is still awaited.</summary>
    internal async Task<Notice?> Held(MailErrand errand, Reader reader, CancellationToken cancel) =>
        await notices.Find(errand.Notice!, cancel) is { } notice && notice.AwaitsOffice() && reader.MayConfirm(notice) ? notice : null;

    /// <summary>The mail that asks an office whether it stands by a notice.</summary>
    internal async Task<MailMessage> HeldNotice(string id, Reader reader, Notice notice, DateTimeOffset asked, CancellationToken cancel)
    {
        var link = await links.HeldNotice(reader, notice.Id, asked, cancel);
        return writer.HeldNotice(id, reader, notice.Id, DateOnly.FromDateTime(notice.ReceivedAt.UtcDateTime), link);
    }
}
