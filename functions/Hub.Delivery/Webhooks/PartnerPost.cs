using Hub.Delivery.Mail;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Register.Json;

namespace Hub.Delivery.Webhooks;

/// <summary>An endpoint whose deliveries fail.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Waiting">How many events wait for it.</param>
/// <param name="IsDisabled">Whether the hub has given up.</param>
/// <param name="Reason">What was found last.</param>
public sealed record FailingEndpoint(Endpoint Endpoint, DateTimeOffset Since, long Waiting, bool IsDisabled, string Reason) : Confidential;

/// <summary>Writes the mails to partners' contacts.</summary>
public interface IPartnerMailWriter
{
    /// <summary>The mail with the code that confirms another address.</summary>
    MailMessage Code(string id, PartnerContact contact, Endpoint endpoint, string newUrl, string code, DateTimeOffset until);

    /// <summary>The mail that tells of an endpoint whose deliveries fail.</summary>
    MailMessage Failing(string id, PartnerContact contact, FailingEndpoint failing);

    /// <summary>The mail that asks a network about a State that claims to belong to it.</summary>
    MailMessage Claim(string id, PartnerContact contact, NetworkClaim claim);
}

/// <summary>
/// Mails to partners' contacts. A mail of an id goes once, however often it is asked for: the mailbox is asked first (I4).
/// </summary>
public sealed class PartnerPost(IRosterStore rosters, IPartnerMailWriter writer, IMailSender sender)
{
    /// <summary>What stands before the id of every mail to a partner.</summary>
    public const string IdPrefix = "partner:";

    /// <summary>Sends the code that confirms another address; false where it could not be sent.</summary>
    public Task<bool> SendCode(Endpoint endpoint, PartnerContact contact, UrlChange change, string code, CancellationToken cancel) =>
        Send(
            writer.Code($"{IdPrefix}{endpoint.Id}:url-{change.CodeHash[..16]}", contact, endpoint, change.Url, code, change.Until), cancel);

    /// <summary>Tells of an endpoint whose deliveries fail; false where it could not be sent.</summary>
    public Task<bool> SendWarning(FailingEndpoint failing, PartnerContact contact, int stage, CancellationToken cancel) =>
        Send(
            writer.Failing($"{IdPrefix}{failing.Endpoint.Id}:failing-{failing.Since:yyyyMMddHHmmssfff}-{stage}", contact, failing), cancel);

    /// <summary>Asks about a State that claims to belong to a network; false where it could not be sent.</summary>
    public Task<bool> SendClaim(NetworkClaim claim, Partner partner, CancellationToken cancel) =>
        Send(writer.Claim($"{IdPrefix}{partner.Name}:claim-{claim.Notice}-{claim.Network}", partner.Contact!, claim), cancel);

    private async Task<bool> Send(MailMessage mail, CancellationToken cancel)
    {
        if (await rosters.Read(cancel) is not { IsSettled: true } roster)
            return false;
        var mailbox = roster.Terms[^1].SenderOf(mail.Id);
        return await sender.Draft(mailbox, mail, inDoubt: true, cancel) is (Draft: { } draft, _)
            && await sender.Send(mailbox, draft.Id, inDoubt: true, cancel) is null;
    }
}
