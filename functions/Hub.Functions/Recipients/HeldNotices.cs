using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Flow;
using Hub.Notices.Recipients;
using Hub.Pages;

namespace Hub.Functions.Recipients;

/// <summary>The page on which a mission or ministry stands by a notice that is held.</summary>
public sealed class HeldNotices(INoticeStore notices, NoticePreview preview, Decisions decisions, AccessLinkPages pages)
{
    /// <summary>The page; null where the notice is not the recipient's to confirm.</summary>
    public async Task<string?> Show(AccessLink link, Recipient recipient, CancellationToken cancel) =>
        await Of(link, recipient, cancel) is { } notice ? await Page(notice, recipient, cancel) : null;

    /// <summary>Its button: the State stands by the notice. The page after it, or null as before.</summary>
    public async Task<string?> Confirm(AccessLink link, Recipient recipient, CancellationToken cancel)
    {
        if (await Of(link, recipient, cancel) is not { } notice)
            return null;
        return await StandBy(notice, recipient, cancel)
            ? AccessLinkPages.NoticeConfirmed(recipient.Language, notice.Reference())
            : await Show(link, recipient, cancel);
    }

    /// <summary>The State stands by a notice, whose it is; false where that is not wanted now.</summary>
    public async Task<bool> StandBy(Notice notice, Recipient recipient, CancellationToken cancel)
    {
        var setter = recipient.SetterSince(notice.ReceivedAt);
        var office = Office(recipient) with { MadeBy = setter?.By };
        // Nobody stands by what cannot be seen.
        return (await preview.Of(notice, cancel)).Count > 0
            && await decisions.Confirm(notice.Id, office, setter?.At, cancel, recipient.AllSince(notice.ReceivedAt))
                is DecisionResult.Taken;
    }

    /// <summary>The State does not, and says why; false where its word is not wanted now.</summary>
    public async Task<bool> Object(Notice notice, Recipient recipient, string reason, CancellationToken cancel) =>
        await decisions.Object(notice.Id, Office(recipient), reason, cancel) is DecisionResult.Taken;

    private static Caller Office(Recipient recipient) => new(recipient.Id, CallerKind.State, recipient.State, recipient.Role);

    private async Task<Notice?> Of(AccessLink link, Recipient recipient, CancellationToken cancel) =>
        await notices.Find(link.Subject, cancel) is { } notice && recipient.MayConfirm(notice) ? notice : null;

    private async Task<string> Page(Notice notice, Recipient recipient, CancellationToken cancel)
    {
        if (!notice.AwaitsOffice())
            return AccessLinkPages.NotHeld(recipient.Language, notice.Reference());
        return await preview.Of(notice, cancel) is { Count: > 0 } changes
            ? pages.HeldNotice(recipient, notice.Reference(), changes)
            : AccessLinkPages.HeldButUnclear(recipient.Language, notice.Reference());
    }
}
