using Hub.Delivery.Webhooks;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Flow;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>Mails whose text is what they are about and nothing else, and the changes that were told by them.</summary>
internal sealed class PlainMails : IMailWriter, IAnswerWriter, IPartnerMailWriter
{
    public List<DirectoryChange> Told { get; } = [];

    /// <summary>What happens while a mail is written.</summary>
    public Action<string> Writing { get; set; } = _ => { };

    public MailMessage Changes(string id, Reader reader, IReadOnlyList<DirectoryChange> changes, ReaderLinks links)
    {
        Told.AddRange(changes);
        return Mail(id, reader.Address, string.Join(',', changes.Select(c => c.Event.Sequence)));
    }

    public MailMessage Confirmation(string id, Reader reader, IReadOnlyList<RecordToConfirm> records) =>
        Mail(id, reader.Address, string.Join('|', records.Select(r => r.Record.Name(reader.Language))));

    public MailMessage HeldNotice(string id, Reader reader, string notice, DateOnly receivedOn, Uri link) => Mail(id, reader.Address, notice);

    public MailMessage FreshLink(string id, Reader reader, Uri link) => Mail(id, reader.Address, link.AbsoluteUri);

    public MailMessage Acknowledgement(string id, KeptMail mail, IReadOnlyList<Notice> notices) =>
        Mail(id, mail.From!, string.Join('|', notices.Select(WordOfNotice.MarkOf)));

    public MailMessage Receipt(string id, KeptMail mail) => Mail(id, mail.From!, "receipt");

    public MailMessage Word(string id, KeptMail mail, Notice notice) => Mail(id, mail.From!, WordOfNotice.MarkOf(notice));

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
