using Hub.Delivery.Editions;
using Hub.Delivery.Mail;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Editions;
using Hub.Register.Log;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editions;

/// <summary>Sends mails of an edition again, as <see cref="EditionDeliveries"/> does, after a page that says how many and to whom.</summary>
public sealed class ResendPages(
    SitePages pages, EditionService editions, EditionMails mails, RecipientDirectory recipients, BouncingAddresses bounces, Resends resends)
{
    /// <summary>GET /console/editions/{id}/resend?recipient=…: one mail, or all that failed.</summary>
    [Function("ShowResend")]
    [PageAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/editions/{id}/resend")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var recipient = request.Query["recipient"].FirstOrDefault();
        var (edition, _, draft, _) = await Draft(id, recipient, Visits.Language(request), cancel);
        return draft.Deliveries.Count == 0
            ? SitePages.SeeOther(request, $"/console/editions/{edition.Slug}")
            : await pages.Show(request, visit => EditionHtml.Resend(visit, draft, []));
    }

    /// <summary>POST /console/editions/{id}/resend.</summary>
    [Function("SendAgain")]
    [PageAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/editions/{id}/resend")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var (edition, sequence, draft, to) = await Draft(id, form.Text("recipient"), Visits.Language(request), cancel);
        if (draft.Deliveries.Count == 0)
            return SitePages.SeeOther(request, $"/console/editions/{edition.Slug}");
        if (draft.Mark != form.Text("mark"))
            return await pages.Show(
                request, visit => EditionHtml.Resend(visit, draft, [new(null, visit.Labels["Publishing.Resend.Stood"])]),
                StatusCodes.Status409Conflict);
        await resends.Ask(to, sequence, cancel);
        request.Acted(ActionKind.MailsResent, edition.Slug);
        return SitePages.SeeOther(request, $"/console/editions/{edition.Slug}", "EDITION_RESENT");
    }

    private async Task<(EditionId Edition, long Sequence, ResendDraft Draft, IReadOnlyList<Recipient> To)> Draft(
        string id, string? recipient, Language language, CancellationToken cancel)
    {
        if (!EditionId.TryParse(id, out var edition) || await editions.PublishedAt(edition, cancel) is not { } sequence)
            throw PublishedEditions.Unknown();
        var known = (await recipients.List(cancel)).DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var rows = (await mails.Of(sequence, language, cancel))
            .Where(r => known.ContainsKey(r.Mail.Recipient) && (recipient is null
                ? r.Mail.HasFailed()
                : r.Mail.Recipient == recipient && r.Mail.Status != MailStatus.Queued)).ToList();
        var to = rows.Select(r => known[r.Mail.Recipient]).ToList();
        var stopped = await bounces.Stopped(to, cancel);
        return (edition, sequence, new(edition, rows, [.. stopped.Keys], recipient), to);
    }
}
