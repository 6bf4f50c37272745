using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Register.Json;

namespace Hub.Delivery.Webhooks.Partners;

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
