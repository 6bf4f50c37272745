using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Register.Log;
using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks.Partners;

/// <summary>Mails to the contacts of partners, as they are when the mail is written.</summary>
public sealed class PartnerComposer(
    IPartnerMailWriter writer, IPartnerStore partners, IEndpointStore endpoints, ICursorStore cursors, IRegisterStore register,
    INoticeStore notices, NetworkClaims claims, UrlChangeCodes codes) : IMailComposer
{
    /// <inheritdoc/>
    public bool Writes(OutboxKind kind) =>
        kind is OutboxKind.PartnerWarning or OutboxKind.EndpointCode or OutboxKind.NetworkClaim;

    /// <inheritdoc/>
    public async Task<Composition> Compose(OutboxMail mail, OutboxRun run, CancellationToken cancel) =>
        await partners.Find(mail.Recipient, cancel) is { RevokedAt: null, Contact: { } contact }
            ? new Composition.Ready((begun, stop) => Write(begun, contact, stop))
            : new Composition.Gone("the partner has no access or no contact any more");

    private Task<MailMessage?> Write(OutboxMail mail, PartnerContact contact, CancellationToken cancel) => mail.Kind switch
    {
        OutboxKind.PartnerWarning => Warning(mail, contact, cancel),
        OutboxKind.EndpointCode => Code(mail, contact, cancel),
        _ => Claim(mail, contact, cancel),
    };

    // Failures that have ended since, or begun anew, are not these.
    private async Task<MailMessage?> Warning(OutboxMail mail, PartnerContact contact, CancellationToken cancel)
    {
        if (await endpoints.Find(mail.About!, cancel) is not { } endpoint
            || await cursors.Find(WebhookChannel.ChannelName, endpoint.Id, cancel) is not { FailingSince: { } since } cursor
            || since != mail.AskedAt)
            return null;
        var waiting = (await register.Read(TimeSpan.FromSeconds(1), cancel)).Head.Sequence - cursor.Position;
        return writer.Failing(
            mail.MailId, contact,
            new(endpoint, since, waiting, cursor.State == CursorState.Disabled, cursor.StateReason ?? ""));
    }

    private async Task<MailMessage?> Code(OutboxMail mail, PartnerContact contact, CancellationToken cancel)
    {
        if (await endpoints.Find(mail.About!, cancel) is not { Change: { } change } endpoint)
            return null;
        var code = await codes.Of(endpoint.Id, change.Url, change.Until, cancel);
        // Another address was asked for since: that has a mail of its own.
        return OutboxMails.Code(mail.Recipient, endpoint.Id, change.CodeHash, mail.AskedAt).Id == mail.Id
            ? writer.Code(mail.MailId, contact, endpoint, change.Url, code, change.Until)
            : null;
    }

    private async Task<MailMessage?> Claim(OutboxMail mail, PartnerContact contact, CancellationToken cancel) =>
        mail.About!.Split(' ') is [var id, var network] && await notices.Find(id, cancel) is { } notice
        && (await claims.Of(notice, cancel)).FirstOrDefault(c => c.Network == network) is { } claim
            ? writer.Claim(mail.MailId, contact, claim)
            : null;
}
