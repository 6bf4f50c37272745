using Hub.Core.Access;
using Hub.Core.Editions;
using Hub.Core.Json;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Editions;

/// <summary>Published editions: the whole of them for the directory's readers, their abstract for everyone.</summary>
public sealed class ReadEditions(Callers callers, IEditionStore store, EditionDesk desk)
{
    private const string AbstractPrefix = "abstract.";
    private static readonly CallerKind[] Readers = [CallerKind.Reader, CallerKind.State, CallerKind.Secretariat];

    /// <summary>GET /api/editions: newest first; those not yet published for the Secretariat alone.</summary>
    [Function("ListEditions")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions")] HttpRequest request, CancellationToken cancel)
    {
        var caller = await callers.Require(request, Readers);
        var views = new List<EditionView>();
        foreach (var id in (await store.List(cancel)).Reverse())
            if (await View(id, caller, withFiles: false, cancel) is { } view)
                views.Add(view);
        return Answers.PublicJson(new EditionList(views));
    }

    /// <summary>GET /api/editions/{id}: with its files.</summary>
    [Function("GetEdition")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var caller = await callers.Require(request, Readers);
        return Answers.PublicJson(await View(Name(id), caller, withFiles: true, cancel) ?? throw Unknown());
    }

    /// <summary>GET /api/editions/{id}/files/{name}.</summary>
    [Function("GetEditionFile")]
    public async Task<IActionResult> GetFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions/{id}/files/{name}")] HttpRequest request, string id,
        string name, CancellationToken cancel)
    {
        await callers.Require(request, Readers);
        request.HttpContext.Response.Headers.CacheControl = "private, no-cache";
        return await File(request, Name(id), name, cancel);
    }

    /// <summary>GET /editions/…: the abstracts, for everyone, in the reader's language where the address names none.</summary>
    [Function("ShowEditionAbstract")]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "editions/{*path}")] HttpRequest request, string? path,
        CancellationToken cancel)
    {
        var parts = (path ?? "").TrimEnd('/').Split('/', 2);
        var (id, name) = (Name(parts[0]), parts.ElementAtOrDefault(1) ?? "");
        if (name.Length == 0)
            return new RedirectResult($"/editions/{id.Slug}/{AbstractPrefix}{request.PreferredLanguage().Code()}.html");
        if (!name.StartsWith(AbstractPrefix, StringComparison.Ordinal))
            throw Unknown();
        request.HttpContext.Response.Headers.CacheControl = "public, max-age=3600";
        return await File(request, id, name, cancel);
    }

    private async Task<EditionView?> View(EditionId id, Caller caller, bool withFiles, CancellationToken cancel)
    {
        if (await desk.PublishedAt(id, cancel) is { } sequence && await Manifest(id, cancel) is { } manifest)
            return EditionView.Of(manifest, sequence, withFiles);
        return caller.Kind == CallerKind.Secretariat && await desk.Find(id, cancel) is { } frozen
            ? EditionView.Of(frozen, null, null)
            : null;
    }

    private async Task<IActionResult> File(HttpRequest request, EditionId id, string name, CancellationToken cancel)
    {
        if (await desk.PublishedAt(id, cancel) is null || await Manifest(id, cancel) is not { } manifest)
            throw Unknown();
        var isManifest = name == Core.Editions.Manifest.FileName;
        if (!isManifest && manifest.Files.All(f => f.Name != name))
            throw new ApiException(404, "No such file", $"GET /api/editions/{id.Slug} lists the files of this edition.");
        var file = await store.Find(id, name, cancel) ?? throw Unknown();
        var entry = isManifest ? ManifestEntry.Of(file) : manifest.Files.First(f => f.Name == name);
        return Answer(request, id, file, $"\"{entry.Sha256}\"");
    }

    private static IActionResult Answer(HttpRequest request, EditionId id, EditionFile file, string etag)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = etag;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        if (request.Headers.IfNoneMatch.ToString() == etag)
            return new StatusCodeResult(StatusCodes.Status304NotModified);
        var inline = file.MediaType.StartsWith("text/html", StringComparison.Ordinal);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment") { FileName = $"{id.Slug}.{file.Name}" };
        headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(file.Content.ToArray(), file.MediaType);
    }

    private async Task<Manifest?> Manifest(EditionId id, CancellationToken cancel) =>
        await store.Find(id, Core.Editions.Manifest.FileName, cancel) is { } file ? Core.Editions.Manifest.Read(file.Content.Span) : null;

    private static EditionId Name(string id) => EditionId.TryParse(id, out var edition) ? edition : throw Unknown();

    private static ApiException Unknown() => new(
        404, "No such edition", "GET /api/editions lists the published ones; in addresses they are written like 2026-1.");
}
