using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>Mails whose text is what they are about and nothing else, and the changes that were told by them.</summary>
internal sealed class PlainMails : IMailWriter, IReplyWriter, IPartnerMailWriter
{
    public List<DirectoryChange> Told { get; } = [];

    /// <summary>The laws that the mails say are dead, by who gets them.</summary>
    public List<(string To, string Address)> Dead { get; } = [];

    /// <summary>What happens while a mail is written.</summary>
    public Action<string> Writing { get; set; } = _ => { };

    public MailMessage Changes(string id, Recipient recipient, IReadOnlyList<DirectoryChange> changes, RecipientLinks links)
    {
        Told.AddRange(changes);
        Dead.AddRange(links.Dead.Select(d => (recipient.Address, d.Address)));
        return Mail(id, recipient.Address, string.Join(',', changes.Select(c => c.Event.Sequence)));
    }

    public MailMessage Confirmation(string id, Recipient recipient, IReadOnlyList<RecordToConfirm> records) =>
        Mail(id, recipient.Address, string.Join('|', records.Select(r => r.Record.Name(recipient.Language))));

    public MailMessage HeldNotice(string id, Recipient recipient, string notice, DateOnly receivedOn, Uri link) =>
        Mail(id, recipient.Address, notice);

    public MailMessage FreshLink(string id, Recipient recipient, Uri link) => Mail(id, recipient.Address, link.AbsoluteUri);

    public MailMessage SignIn(string id, SignInMail mail) => Mail(id, mail.Address, $"{mail.Code} {mail.Link}");

    public MailMessage Acknowledgement(string id, MailRecord mail, IReadOnlyList<Notice> notices) =>
        Mail(id, mail.From!, string.Join('|', notices.Select(NoticeStanding.MarkOf)));

    public MailMessage Receipt(string id, MailRecord mail) => Mail(id, mail.From!, "receipt");

    public MailMessage Personal(string id, MailRecord mail, string text) => Mail(id, mail.From!, text);

    public MailMessage Word(string id, MailRecord mail, Notice notice) => Mail(id, mail.From!, NoticeStanding.MarkOf(notice));

    public MailMessage Code(string id, PartnerContact contact, Endpoint endpoint, string newUrl, string code, DateTimeOffset until) =>
        Mail(id, contact.Address, code);

    public MailMessage Failing(string id, PartnerContact contact, FailingEndpoint failing) =>
        Mail(id, contact.Address, failing.IsDisabled ? "disabled" : "failing");

    public MailMessage Claim(string id, PartnerContact contact, NetworkClaim claim) =>
        Mail(id, contact.Address, $"{claim.State} in {claim.Network}");

    private MailMessage Mail(string id, string to, string text)
    {
        Writing(id);
        return new(id, to, "", "", text);
    }
}
