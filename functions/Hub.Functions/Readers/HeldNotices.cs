using Hub.Core.Access;
using Hub.Core.Channels.Mail;
using Hub.Core.Notices;
using Hub.Pages;

namespace Hub.Functions.Readers;

/// <summary>The page on which a mission or ministry stands by a notice that is held.</summary>
public sealed class HeldNotices(INoticeStore notices, NoticePreview preview, Decisions decisions, LinkPages pages)
{
    /// <summary>The page; null where the notice is not the reader's to confirm.</summary>
    public async Task<string?> Show(PersonalLink link, Reader reader, CancellationToken cancel)
    {
        if (await notices.Find(link.Subject, cancel) is not { } notice || !reader.MayConfirm(notice))
            return null;
        return notice.AwaitsOffice()
            ? pages.HeldNotice(reader, notice.Id, await preview.Of(notice, cancel))
            : LinkPages.NotHeld(reader.Language, notice.Id);
    }

    /// <summary>
    /// Its button, by which the State stands by the notice: the page after it; null where the notice is not the reader's to confirm.
    /// </summary>
    public async Task<string?> Confirm(PersonalLink link, Reader reader, CancellationToken cancel)
    {
        if (await notices.Find(link.Subject, cancel) is not { } notice || !reader.MayConfirm(notice))
            return null;
        var office = new Caller(reader.Id, CallerKind.State, reader.State, reader.Role);
        return await decisions.Confirm(notice.Id, office, cancel) is DecisionResult.Taken
            ? LinkPages.NoticeConfirmed(reader.Language, notice.Id)
            : LinkPages.NotHeld(reader.Language, notice.Id);
    }
}
