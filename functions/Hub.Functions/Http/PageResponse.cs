using System.IO.Compression;
using System.Security.Cryptography;
using Hub.Delivery.NetworkPages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Http;

/// <summary>
/// A public page: with a tag by which a reader that has it already gets no second copy (RFC 9110 §13), its links (RFC 8288), and compressed
/// for whoever takes that: many read it over bad lines.
/// </summary>
/// <param name="page">The page.</param>
/// <param name="status">The status.</param>
/// <param name="policy">What a browser lets the page do, where that is not what others may.</param>
internal sealed class PageResponse(Page page, int status = StatusCodes.Status200OK, string? policy = null) : IActionResult
{
    private const string Brotli = "br";
    private const string Policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        var compress = TakesBrotli(request);
        var tag = Tag(compress);
        Write(response.Headers, tag);
        if (status == StatusCodes.Status200OK && Has(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = status;
        response.ContentType = page.MediaType;
        var body = compress ? Compressed() : page.Content;
        response.ContentLength = body.Length;
        if (compress)
            response.Headers.ContentEncoding = Brotli;
        await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }

    private void Write(IHeaderDictionary headers, EntityTagHeaderValue tag)
    {
        headers.ETag = tag.ToString();
        headers.CacheControl = status switch
        {
            _ when page.IsForGood => Page.ForGood,
            StatusCodes.Status200OK => Page.ForAMinute,
            _ => "no-store",
        };
        headers.Vary = "Accept-Encoding, Accept-Language, Accept";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy ?? Policy;
        headers["Referrer-Policy"] = "no-referrer";
        if (page.Links.Count > 0)
            headers.Link = string.Join(", ", page.Links.Select(Link));
    }

    private static string Link(PageLink link) =>
        $"<{link.Target.AbsoluteUri}>; rel=\"{link.Relation}\"; type=\"{link.MediaType}\""
        + $"{(link.Language is { } l ? $"; hreflang=\"{l}\"" : "")}";

    // Compressed, it is another representation, with a tag of its own.
    private EntityTagHeaderValue Tag(bool compress) =>
        new($"\"{Convert.ToHexStringLower(SHA256.HashData(page.Content.Span))[..32]}{(compress ? $"-{Brotli}" : "")}\"");

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) => request.GetTypedHeaders().IfNoneMatch
        .Any(t => t == EntityTagHeaderValue.Any || t.Compare(tag, useStrongComparison: false));

    /// <summary>Whether a caller takes what is compressed so.</summary>
    public static bool TakesBrotli(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == Brotli && (e.Quality ?? 1) > 0);

    private ReadOnlyMemory<byte> Compressed()
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(page.Content.Span);
        return target.ToArray();
    }
}
