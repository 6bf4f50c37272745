using System.Net.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Http;

/// <summary>
/// A file of others as a response: to be saved, never shown, whatever is in it. With ranges (RFC 9110 §14), a tag that is its hash, and its
/// name in every script (RFC 6266).
/// </summary>
/// <param name="content">Its bytes.</param>
/// <param name="mediaType">Its media type.</param>
/// <param name="name">The name to save it under.</param>
/// <param name="sha256">Its SHA-256, hexadecimal; null where nobody reckoned it.</param>
internal sealed class FileResponse(Stream content, string mediaType, string name, string? sha256 = null) : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
        disposition.SetHttpFileName(name);
        headers.ContentDisposition = disposition.ToString();
        var tag = sha256 is null ? null : new EntityTagHeaderValue($"\"{sha256}\"");
        await Results.Stream(content, mediaType, entityTag: tag, enableRangeProcessing: true).ExecuteAsync(http);
    }
}
