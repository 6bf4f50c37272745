using System.Globalization;
using Hub.Register.Lookup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Lookup;

/// <summary>A page of the directory as JSON, with the address of the next.</summary>
/// <param name="page">The page.</param>
/// <param name="day">The day for which it was found: designations begin and end with days, without an event.</param>
/// <param name="request">The request.</param>
internal sealed class DirectoryPageResponse(DirectoryPage page, DateOnly day, HttpRequest request) : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var etag = string.Create(CultureInfo.InvariantCulture, $"W/\"{page.Sequence}-{day:yyyyMMdd}\"");
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // Who is open changes with the clock, not with the register.
        if (request.Headers.IfNoneMatch.ToString() == etag && !request.Query.ContainsKey("openAt"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (page.Next is { } next)
            response.Headers.Link = $"<{NextAddress(next)}>; rel=\"next\"";
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = page.Json.Length;
        await response.Body.WriteAsync(page.Json, context.HttpContext.RequestAborted);
    }

    private string NextAddress(string next)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "after")
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v!))))
        {
            { "after", next },
        };
        return request.Path + query.ToString();
    }
}
