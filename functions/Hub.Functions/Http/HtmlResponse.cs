using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Http;

/// <summary>
/// A page for whoever asked for it, and for nobody else: kept nowhere, framed nowhere, without a script or a style of its own, and saying
/// to no other site where its reader comes from. Compressed for whoever takes that.
/// </summary>
/// <param name="html">The page.</param>
/// <param name="status">The status.</param>
/// <param name="isPublic">
/// Whether it has nothing that is not for everybody: then a browser may keep it, and asks by its tag whether it is still the same.
/// </param>
internal sealed class HtmlResponse(string html, int status = StatusCodes.Status200OK, bool isPublic = false) : IActionResult
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = isPublic ? "public, max-age=0, must-revalidate" : "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        // With none at all, a browser would not even say that a form comes from here.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.XFrameOptions = "DENY";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers.Vary = "Accept-Encoding, Accept-Language, Cookie";
        var bytes = Encoding.UTF8.GetBytes(html);
        if (isPublic && IsKnown(request, response, bytes))
            return;
        if (PageResponse.TakesBrotli(request))
        {
            bytes = Compressed(bytes);
            response.Headers.ContentEncoding = "br";
        }
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
            await response.Body.WriteAsync(bytes, context.HttpContext.RequestAborted);
    }

    // Weak: it is the same page, compressed or not.
    private static bool IsKnown(HttpRequest request, HttpResponse response, byte[] bytes)
    {
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"", isWeak: true);
        response.Headers.ETag = tag.ToString();
        if (!request.GetTypedHeaders().IfNoneMatch.Any(t => t == EntityTagHeaderValue.Any || t.Compare(tag, useStrongComparison: false)))
            return false;
        response.StatusCode = StatusCodes.Status304NotModified;
        response.ContentType = null;
        return true;
    }

    private static byte[] Compressed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(bytes);
        return target.ToArray();
    }
}
