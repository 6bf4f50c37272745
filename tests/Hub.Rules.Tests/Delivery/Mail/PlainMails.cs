using Hub.Delivery.Mail;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Mail;

/// <summary>Mails whose text is what they are about and nothing else, and the changes that were told by them.</summary>
internal sealed class PlainMails : IMailWriter
{
    public List<DirectoryChange> Told { get; } = [];

    public MailMessage Changes(string id, Reader reader, IReadOnlyList<DirectoryChange> changes, ReaderLinks links)
    {
        Told.AddRange(changes);
        return new(id, reader.Address, "", "", string.Join(',', changes.Select(c => c.Event.Sequence)));
    }

    public MailMessage Confirmation(string id, Reader reader, IReadOnlyList<RecordToConfirm> records) =>
        new(id, reader.Address, "", "", string.Join('|', records.Select(r => r.Record.Name(reader.Language))));

    public MailMessage HeldNotice(string id, Reader reader, string notice, DateOnly receivedOn, Uri link) =>
        new(id, reader.Address, "", "", notice);

    public MailMessage FreshLink(string id, Reader reader, Uri link) => new(id, reader.Address, "", "", link.AbsoluteUri);
}
