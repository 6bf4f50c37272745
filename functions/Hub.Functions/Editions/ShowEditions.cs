using Hub.Delivery.Editions;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Editions;

/// <summary>Published editions as pages for everybody.</summary>
public sealed class ShowEditions(SitePages pages, IEditionStore store, PublishedEditions published)
{
    private const string Abstract = "abstract.json";

    /// <summary>GET /editions.</summary>
    [Function("ShowPublishedEditions")]
    [PublicPage]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "editions")] HttpRequest request, CancellationToken cancel)
    {
        var all = await published.All(cancel);
        return await pages.Show(request, visit => SiteHtml.Editions(visit, all));
    }

    /// <summary>GET /editions/{id}: in the reader's language.</summary>
    [Function("ShowPublishedEdition")]
    [PublicPage]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "editions/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var all = await published.All(cancel);
        if (!EditionId.TryParse(id, out var edition) || all.FirstOrDefault(m => m.Edition == edition) is not { } manifest)
            throw PublishedEditions.Unknown();
        var numbers = await store.Find(edition, Abstract, cancel) is { } file ? EditionAbstract.Read(file.Content.Span) : null;
        var others = all.Where(m => m.Edition.Regular == edition.Regular && m != manifest);
        return await pages.Show(request, visit => SiteHtml.Edition(visit, new(manifest, numbers, [.. others])));
    }
}
