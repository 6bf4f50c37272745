using Hub.Delivery.Editions;
using Hub.Functions.Errors;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Editions;

/// <summary>What published editions hold.</summary>
public sealed class PublishedEditions(IEditionStore store, EditionService desk)
{
    /// <summary>A file of a published edition.</summary>
    internal async Task<IActionResult> File(HttpRequest request, EditionId id, string name, CancellationToken cancel)
    {
        if (await Manifest(id, cancel) is not { } manifest)
            throw Unknown();
        var isManifest = name == Hub.Delivery.Editions.Manifest.FileName;
        if (!isManifest && manifest.Files.All(f => f.Name != name))
            throw new ApiException(404, "No such file", $"GET /api/editions/{id.Slug} lists the files of this edition.");
        var file = await store.Find(id, name, cancel) ?? throw Unknown();
        var entry = isManifest ? ManifestEntry.Of(file) : manifest.Files.First(f => f.Name == name);
        return Response(request, id, file, $"\"{entry.Sha256}\"");
    }

    /// <summary>A file of an edition as a response.</summary>
    internal static IActionResult Response(HttpRequest request, EditionId id, EditionFile file, string etag)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = etag;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {StyleHash.Of(file.Content.Span)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        if (request.Headers.IfNoneMatch.ToString() == etag)
            return new StatusCodeResult(StatusCodes.Status304NotModified);
        var inline = file.MediaType.StartsWith("text/html", StringComparison.Ordinal);
        var disposition = new ContentDispositionHeaderValue(inline ? "inline" : "attachment") { FileName = $"{id.Slug}.{file.Name}" };
        headers.ContentDisposition = disposition.ToString();
        return new FileContentResult(file.Content.ToArray(), file.MediaType);
    }

    /// <summary>What a published edition holds; null where it is not published.</summary>
    internal async Task<Manifest?> Manifest(EditionId id, CancellationToken cancel) =>
        await desk.PublishedAt(id, cancel) is not null && await store.Find(id, Hub.Delivery.Editions.Manifest.FileName, cancel) is { } file
            ? Hub.Delivery.Editions.Manifest.Read(file.Content.Span)
            : null;

    /// <summary>Every published edition, newest first.</summary>
    internal async Task<IReadOnlyList<Manifest>> All(CancellationToken cancel)
    {
        var all = new List<Manifest>();
        foreach (var id in (await store.List(cancel)).Reverse())
            if (await Manifest(id, cancel) is { } manifest)
                all.Add(manifest);
        return all;
    }

    /// <summary>The response where there is no such edition.</summary>
    internal static ApiException Unknown() => new(
        404, "No such edition", "GET /api/editions lists the published ones; in addresses they are written like 2026-1.");
}
