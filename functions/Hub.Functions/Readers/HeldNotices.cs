using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.AccessLinks;
using Hub.Notices.Flow;
using Hub.Notices.Recipients;
using Hub.Pages;

namespace Hub.Functions.Readers;

/// <summary>The page on which a mission or ministry stands by a notice that is held.</summary>
public sealed class HeldNotices(INoticeStore notices, NoticePreview preview, Decisions decisions, LinkPages pages)
{
    /// <summary>The page; null where the notice is not the reader's to confirm.</summary>
    public async Task<string?> Show(PersonalLink link, Reader reader, CancellationToken cancel) =>
        await Of(link, reader, cancel) is { } notice ? await Page(notice, reader, cancel) : null;

    /// <summary>Its button: the State stands by the notice. The page after it, or null as before.</summary>
    public async Task<string?> Confirm(PersonalLink link, Reader reader, CancellationToken cancel)
    {
        if (await Of(link, reader, cancel) is not { } notice)
            return null;
        var setter = reader.SetterSince(notice.ReceivedAt);
        var office = new Caller(reader.Id, CallerKind.State, reader.State, reader.Role) { MadeBy = setter?.By };
        // Nobody stands by what cannot be seen.
        return (await preview.Of(notice, cancel)).Count > 0
            && await decisions.Confirm(notice.Id, office, setter?.At, cancel, reader.AllSince(notice.ReceivedAt)) is DecisionResult.Taken
            ? LinkPages.NoticeConfirmed(reader.Language, notice.Id)
            : await Show(link, reader, cancel);
    }

    private async Task<Notice?> Of(PersonalLink link, Reader reader, CancellationToken cancel) =>
        await notices.Find(link.Subject, cancel) is { } notice && reader.MayConfirm(notice) ? notice : null;

    private async Task<string> Page(Notice notice, Reader reader, CancellationToken cancel)
    {
        if (!notice.AwaitsOffice())
            return LinkPages.NotHeld(reader.Language, notice.Id);
        return await preview.Of(notice, cancel) is { Count: > 0 } changes
            ? pages.HeldNotice(reader, notice.Id, changes)
            : LinkPages.HeldButUnclear(reader.Language, notice.Id);
    }
}
