using System.Globalization;
using Hub.Delivery.Mail;
using Hub.Functions.Access;
using Hub.Functions.Notices;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Lists;
using Hub.Pages.Console.Notices.Told;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Notices;

/// <summary>Who is told of what a notice changed.</summary>
public sealed class NoticeMailPages(
    SitePages pages, INoticeStore notices, MailDeliveries deliveries, RecipientDirectory recipients, StateCatalog states)
{
    private const int PageSize = 50;

    /// <summary>GET /console/notices/{id}/mails.</summary>
    [Function("ShowNoticeMails")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/notices/{id}/mails")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        var found = notice.Sequence is { } sequence ? await Mails(sequence, Visits.Language(request), cancel) : [];
        var counts = found.GroupBy(m => m.Mail.Status).ToDictionary(g => g.Key, g => g.Count());
        var number = int.TryParse(request.Query["page"], CultureInfo.InvariantCulture, out var page) ? page : 1;
        var (range, shown) = PageRange.Of(found, number, PageSize, $"/console/notices/{id}/mails");
        return await pages.Show(request, visit => ConsoleHtml.NoticeMails(visit, new(id, notice.Reference(), counts, range, shown)));
    }

    private async Task<IReadOnlyList<NoticeMail>> Mails(long sequence, Language language, CancellationToken cancel)
    {
        var known = (await recipients.List(cancel)).DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Name);
        return
        [
            .. from mail in await deliveries.Of(sequence, cancel)
               let state = states.Contains(mail.State) ? states[mail.State].Name(language) : mail.State.Value
               orderby mail.HasFailed() descending, mail.Status == MailStatus.Queued descending, state, mail.Recipient
               select new NoticeMail(mail, known.GetValueOrDefault(mail.Recipient, mail.Recipient), state),
        ];
    }
}
