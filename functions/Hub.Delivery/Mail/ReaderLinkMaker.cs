using Hub.Notices.AccessLinks;
using Hub.Notices.Outbox;
using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Mail;

/// <summary>Makes the personal links of a reader's mail.</summary>
public sealed class ReaderLinkMaker(PersonalLinks links)
{
    /// <summary>
    /// The links of a mail that tells of changes. They count from a given time on, so that a mail written again is the same.
    /// </summary>
    internal async Task<ReaderLinks> For(
        Reader reader, IReadOnlyList<DirectoryChange> changes, DateTimeOffset from, CancellationToken cancel)
    {
        var editions = new Dictionary<EditionId, Uri>();
        foreach (var edition in changes.Select(c => c.Event.Facts.Edition).OfType<EditionId>())
            editions[edition] = await links.To(LinkPurpose.Edition, reader.Holder(), edition.Slug, from, cancel);
        return new(
            await links.To(LinkPurpose.Preferences, reader.Holder(), "", from, cancel),
            reader.RecordId() is { } record ? await Confirmation(reader, record, from, cancel) : null,
            editions);
    }

    /// <summary>The link by which a reader confirms a record.</summary>
    internal Task<Uri> Confirmation(Reader reader, string record, DateTimeOffset from, CancellationToken cancel) =>
        links.To(LinkPurpose.Confirmation, reader.Holder(), record, from, cancel);

    /// <summary>The link by which an office stands by a notice that is held.</summary>
    internal Task<Uri> HeldNotice(Reader reader, string notice, DateTimeOffset from, CancellationToken cancel) =>
        links.To(LinkPurpose.HeldNotice, reader.Holder(), notice, from, cancel);
}
