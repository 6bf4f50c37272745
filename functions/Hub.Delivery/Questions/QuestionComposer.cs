using Hub.Delivery.Confirmations;
using Hub.Delivery.Mail;
using Hub.Notices;
using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Delivery.Questions;

/// <summary>Questions to missions and authorities, and fresh links: each with a link of the recipient's own.</summary>
public sealed class QuestionComposer(
    IMailWriter writer,
    RecipientLinkMaker links,
    AccessLinkService personal,
    IRegisterStore register,
    INoticeStore notices,
    TimeProvider clock
) : IMailComposer
{
    /// <inheritdoc/>
    public bool Writes(OutboxKind kind) => kind is OutboxKind.Confirmation or OutboxKind.HeldNotice or OutboxKind.Link;

    /// <inheritdoc/>
    public async Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel) =>
        await run.Recipient(mail.Recipient, cancel) switch
        {
            null => new Composition.Gone("nobody is written to under this id any more"),
            // Whoever asked for a link did so a moment ago, and reads the page that says where it went.
            { Bounced: { } why } when mail.Kind != OutboxKind.Link => new Composition.Stopped(why),
            var to => new Composition.Ready((begun, stop) => Write(begun, to.Recipient, stop)),
        };

    private Task<MailMessage?> Write(OutboxMail mail, Recipient recipient, CancellationToken cancel) => mail.Kind switch
    {
        OutboxKind.Confirmation => Confirmation(mail, recipient, cancel),
        OutboxKind.HeldNotice => HeldNotice(mail, recipient, cancel),
        _ => Link(mail, recipient, cancel),
    };

    // What was confirmed meanwhile is not asked about.
    private async Task<MailMessage?> Confirmation(OutboxMail mail, Recipient recipient, CancellationToken cancel)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var snapshot = await register.Read(TimeSpan.FromSeconds(1), cancel);
        var records = new List<RecordToConfirm>();
        foreach (var record in ConfirmableRecords.Of(recipient, snapshot, day).Where(a => UpkeepPolicy.IsDue(a.Upkeep, day)))
            records.Add(new(
                record, UpkeepPolicy.LastConfirmed(record.Upkeep),
                UpkeepPolicy.LastConfirmed(record.Upkeep).AddMonths(UpkeepPolicy.MonthsUntilUnconfirmed),
                await links.Confirmation(recipient, record.Id, mail.BegunAt!.Value, cancel)));
        return records.Count == 0 ? null : writer.Confirmation(mail.MailId, recipient, records);
    }

    private async Task<MailMessage?> HeldNotice(OutboxMail mail, Recipient recipient, CancellationToken cancel)
    {
        if (await notices.Find(mail.About!, cancel) is not { } notice || !notice.AwaitsOffice() || !recipient.MayConfirm(notice))
            return null;
        var link = await links.HeldNotice(recipient, notice.Id, mail.BegunAt!.Value, cancel);
        return writer.HeldNotice(mail.MailId, recipient, notice.Reference(), DateOnly.FromDateTime(notice.ReceivedAt.UtcDateTime), link);
    }

    private async Task<MailMessage?> Link(OutboxMail mail, Recipient recipient, CancellationToken cancel) =>
        mail.About!.Split(' ', 2) is [var code, var subject] && Codes.TryParse<AccessLinkPurpose>(code, out var purpose)
            ? writer.FreshLink(mail.MailId, recipient, await personal.To(purpose, recipient.Holder(), subject, mail.BegunAt!.Value, cancel))
            : null;
}
