using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Mail;

/// <summary>Makes the personal links of a recipient's mail, and says which of its State's lead nowhere.</summary>
public sealed class RecipientLinkMaker(AccessLinkService links, DeadLaws laws)
{
    /// <summary>
    /// The links of a mail that tells of changes. They count from a given time on, so that a mail written again is the same.
    /// </summary>
    internal async Task<RecipientLinks> For(
        Recipient recipient, IReadOnlyList<DirectoryChange> changes, DateTimeOffset from, CancellationToken cancel)
    {
        var editions = new Dictionary<EditionId, Uri>();
        foreach (var edition in changes.Select(c => c.Event.Facts.Edition).OfType<EditionId>())
            editions[edition] = await links.To(AccessLinkPurpose.Edition, recipient.Holder(), edition.Slug, from, cancel);
        return new(
            await links.To(AccessLinkPurpose.Preferences, recipient.Holder(), "", from, cancel),
            recipient.RecordId() is { } record ? await Confirmation(recipient, record, from, cancel) : null,
            editions)
        {
            Dead = await laws.Of(recipient.State, cancel),
        };
    }

    /// <summary>The link by which a recipient confirms a record.</summary>
    internal Task<Uri> Confirmation(Recipient recipient, string record, DateTimeOffset from, CancellationToken cancel) =>
        links.To(AccessLinkPurpose.Confirmation, recipient.Holder(), record, from, cancel);

    /// <summary>The link by which an office stands by a notice that is held.</summary>
    internal Task<Uri> HeldNotice(Recipient recipient, string notice, DateTimeOffset from, CancellationToken cancel) =>
        links.To(AccessLinkPurpose.HeldNotice, recipient.Holder(), notice, from, cancel);
}
