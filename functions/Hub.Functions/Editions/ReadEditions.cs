using Hub.Delivery.Editions;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Editions;

/// <summary>Published editions: the whole of them for the directory's recipients, their abstract for everyone.</summary>
public sealed class ReadEditions(IEditionStore store, EditionService desk, PublishedEditions published)
{
    private const string AbstractPrefix = "abstract.";

    /// <summary>GET /api/editions: newest first; those not yet published for the Secretariat alone.</summary>
    [Function("ListEditions")]
    [Access(CallerKind.Reader, CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions")] HttpRequest request, CancellationToken cancel)
    {
        var caller = request.Caller();
        var views = new List<EditionView>();
        foreach (var id in (await store.List(cancel)).Reverse())
            if (await View(id, caller, withFiles: false, cancel) is { } view)
                views.Add(view);
        return Responses.PublicJson(new EditionList(views));
    }

    /// <summary>GET /api/editions/{id}: with its files.</summary>
    [Function("GetEdition")]
    [Access(CallerKind.Reader, CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var caller = request.Caller();
        return Responses.PublicJson(await View(Name(id), caller, withFiles: true, cancel) ?? throw PublishedEditions.Unknown());
    }

    /// <summary>GET /api/editions/{id}/files/{name}.</summary>
    [Function("GetEditionFile")]
    [Access(CallerKind.Reader, CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> GetFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions/{id}/files/{name}")] HttpRequest request, string id,
        string name, CancellationToken cancel)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return await published.File(request, Name(id), name, cancel);
    }

    /// <summary>GET /editions/{id}/{name}: the files that everyone may read.</summary>
    [Function("ShowEditionAbstract")]
    [PublicAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "editions/{id}/{name}")] HttpRequest request, string id,
        string name, CancellationToken cancel)
    {
        if (!name.StartsWith(AbstractPrefix, StringComparison.Ordinal))
            throw PublishedEditions.Unknown();
        var file = await published.File(request, Name(id), name, cancel);
        // That there is none may not be so in an hour.
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return file;
    }

    private async Task<EditionView?> View(EditionId id, Caller caller, bool withFiles, CancellationToken cancel)
    {
        if (await desk.PublishedAt(id, cancel) is { } sequence && await published.Manifest(id, cancel) is { } manifest)
            return EditionView.Of(manifest, sequence, withFiles);
        if (caller.Kind != CallerKind.Secretariat || await desk.Find(id, cancel) is not { } frozen)
            return null;
        return await desk.DropOf(id, cancel) is { } dropped ? EditionView.Of(frozen, dropped) : EditionView.Of(frozen, null, null);
    }

    private static EditionId Name(string id) => EditionId.TryParse(id, out var edition) ? edition : throw PublishedEditions.Unknown();
}
