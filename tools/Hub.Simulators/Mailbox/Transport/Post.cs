using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Limits;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>The post office: takes a message from its sender and puts it into the inboxes of its recipients.</summary>
public sealed class Post(MailStore store, Throttle throttle, Bounces bounces, TimeProvider time)
{
    /// <summary>Sends a draft that lies in a folder: it moves to Sent Items.</summary>
    public void SendDraft(string mailbox, string id)
    {
        var draft = store.Get(mailbox, id);
        if (!draft.IsDraft)
            throw GraphException.NoItem();
        Judge(draft);
        // Judged again under the store's lock, so that of two calls at once one finds no draft.
        Deliver(store.Update(mailbox, id, m => m.IsDraft ? Sent(m) : throw GraphException.NoItem()));
    }

    /// <summary>Sends a message that was never a draft, and keeps it in Sent Items where that was asked for.</summary>
    public void SendNew(MailMessage message, bool keep)
    {
        Judge(message);
        var sent = Sent(message);
        Deliver(keep ? store.Put(sent) : sent);
    }

    private void Judge(MailMessage message)
    {
        var recipients = message.Recipients.Count;
        if (recipients == 0 || message.Recipients.Any(r => !r.Contains('@', StringComparison.Ordinal)))
            throw GraphException.BadRequest("ErrorInvalidRecipients", "At least one recipient is not valid.");
        if (recipients > throttle.Limits.RecipientsAMessage)
            throw GraphException.BadRequest(
                "ErrorInvalidRecipients",
                    $"The message has {recipients} recipients; a message may have {throttle.Limits.RecipientsAMessage}.");
        throttle.Send(message.Mailbox, recipients);
    }

    private MailMessage Sent(MailMessage draft)
    {
        var now = Dates.Utc(time.GetUtcNow());
        return draft.With(
            ("internetMessageHeaders", Replying.Outgoing(draft)), ("isDraft", false), ("sentDateTime", now), ("receivedDateTime", now),
            ("lastModifiedDateTime", now)) with
        {
            FolderId = MailFolder.SentItems,
            MutableId = Ids.New("AAMkAD"),
        };
    }

    private void Deliver(MailMessage sent)
    {
        // Extended properties and blind copies do not travel with a mail.
        var arriving = sent.With(("isRead", false), ("bccRecipients", new JsonArray())).Properties;
        arriving.Remove("singleValueExtendedProperties");
        foreach (var recipient in sent.Recipients.Select(r => r.ToLowerInvariant()).Distinct().Where(r => !bounces.Answer(sent, r)))
            store.Add(recipient, MailFolder.Inbox, (JsonObject)arriving.DeepClone(), sent.Attachments);
    }
}
