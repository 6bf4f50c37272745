using System.Globalization;
using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Pages.Mail;
using Hub.Pages.Rendering;
using Hub.Pages.Texts;
using Hub.Register.Networks;
using Hub.Register.States;

namespace Hub.Pages.Partners;

/// <summary>Writes the mails to partners' contacts, each in its contact's language.</summary>
/// <param name="states">The States' names.</param>
/// <param name="networks">The networks' names.</param>
/// <param name="origin">Who sends them.</param>
public sealed class PartnerMailWriter(StateCatalog states, NetworkCatalog networks, MailOrigin origin) : IPartnerMailWriter
{
    /// <inheritdoc/>
    public MailMessage Code(string id, PartnerContact contact, Endpoint endpoint, string newUrl, string code, DateTimeOffset until)
    {
        var labels = new Labels(contact.Language);
        return Write(id, contact, labels, "Partner.Code.Subject",
        [
            labels.Say("Partner.Code.Asked", newUrl, endpoint.Url),
            labels.Say("Partner.Code.Do", code, endpoint.Id, labels.Day(DateOnly.FromDateTime(until.UtcDateTime))),
            labels.Say("Partner.Code.Not"),
        ]);
    }

    /// <inheritdoc/>
    public MailMessage Failing(string id, PartnerContact contact, FailingEndpoint failing)
    {
        var labels = new Labels(contact.Language);
        return Write(id, contact, labels, failing.IsDisabled ? "Partner.Disabled.Subject" : "Partner.Failing.Subject",
        [
            labels.Say("Partner.Failing.Since", failing.Endpoint.Url, Time(labels, failing.Since), failing.Reason),
            labels.Say("Partner.Failing.Waiting", labels.Number(failing.Waiting)),
            failing.IsDisabled ? labels.Say("Partner.Disabled.Then", failing.Endpoint.Id) : labels.Say("Partner.Failing.Then"),
        ]);
    }

    /// <inheritdoc/>
    public MailMessage Claim(string id, PartnerContact contact, NetworkClaim claim)
    {
        var labels = new Labels(contact.Language);
        var network = networks.TryFind(claim.Network, out var known) ? known.NameIn(contact.Language) : claim.Network;
        return Write(id, contact, labels, "Partner.Claim.Subject",
        [
            labels.Say("Partner.Claim.Told", states[claim.State].Name(contact.Language), network),
            labels.Say("Partner.Claim.Do", claim.Notice),
        ]);
    }

    private MailMessage Write(string id, PartnerContact contact, Labels labels, string subject, IReadOnlyList<Phrase> said)
    {
        var (greeting, sender, reply) = (
            labels.Say("Mail.Greeting", contact.Name),
            labels.Say("Mail.Sender", MailOrigin.Sender(labels)),
            labels.Say("Mail.Reply", origin.Address));
        var mail = new PartnerMail(labels, labels[subject], [greeting, .. said, sender, reply]);
        return new(
            id, contact.Address, mail.Subject, HtmlPages.Render<PartnerPage>(new() { [nameof(PartnerPage.Mail)] = mail }),
            string.Join("\n\n", mail.Lines.Select(l => l.ToText(labels.RightToLeft))));
    }

    private static Phrase Time(Labels labels, DateTimeOffset at) =>
        $"{labels.Day(DateOnly.FromDateTime(at.UtcDateTime))} {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)}";
}
