using Hub.Delivery.Editions;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editions;

/// <summary>Drops a frozen edition, as <see cref="DropEdition"/> does.</summary>
public sealed class DropEditionPages(SitePages pages, EditionService editions)
{
    private const int LongestReason = 1000;

    /// <summary>GET /console/editions/{id}/drop.</summary>
    [Function("ShowDropEdition")]
    [PageAccess(SecretariatRoles.Reviewer)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/editions/{id}/drop")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var edition = await Known(id, cancel);
        return await editions.PublishedAt(edition, cancel) is null && await editions.DropOf(edition, cancel) is null
            ? await pages.Show(request, visit => EditionHtml.Drop(visit, edition, null, []))
            : SitePages.SeeOther(request, $"/console/editions/{edition.Slug}");
    }

    /// <summary>POST /console/editions/{id}/drop.</summary>
    [Function("DropFrozenEdition")]
    [PageAccess(SecretariatRoles.Reviewer)]
    public async Task<IActionResult> Drop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/editions/{id}/drop")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (edition, form, labels) = (await Known(id, cancel), await PostedForm.Of(request), new Labels(Visits.Language(request)));
        var reason = form.Lines("reason");
        if (TypedText.Wrong("reason", reason, LongestReason, labels, "Publishing.Drop.Missing") is { } wrong)
            return await pages.Show(
                request, visit => EditionHtml.Drop(visit, edition, reason, [wrong]), StatusCodes.Status422UnprocessableEntity);
        return await editions.Drop(edition, request.Caller().Person, reason!, cancel) is DropResult.TooLate
            ? await pages.Show(
                request, visit => EditionHtml.Drop(visit, edition, reason, [new(null, labels["Publishing.Drop.TooLate"])]),
                StatusCodes.Status409Conflict)
            : SitePages.SeeOther(request, $"/console/editions/{edition.Slug}", "EDITION_DROPPED");
    }

    private async Task<EditionId> Known(string id, CancellationToken cancel) =>
        EditionId.TryParse(id, out var edition) && await editions.Find(edition, cancel) is not null
            ? edition
            : throw PublishedEditions.Unknown();
}
