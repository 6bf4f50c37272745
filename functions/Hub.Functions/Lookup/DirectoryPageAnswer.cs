using System.Buffers;
using System.Globalization;
using System.Text;
using Hub.Core.Lookup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Lookup;

/// <summary>A page of the directory as JSON: the records are written already and only joined here.</summary>
internal sealed class DirectoryPageAnswer(DirectoryPage page, HttpRequest request) : IActionResult
{
    /// <inheritdoc/>
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var etag = string.Create(CultureInfo.InvariantCulture, $"W/\"{page.Sequence}\"");
        response.Headers.ETag = etag;
        // Who is open changes with the clock, not with the register.
        if (request.Headers.IfNoneMatch.ToString() == etag && !request.Query.ContainsKey("openAt"))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (page.Next is { } next)
            response.Headers.Link = $"<{NextAddress(next)}>; rel=\"next\"";
        response.ContentType = "application/json; charset=utf-8";
        Write(response.BodyWriter);
        await response.BodyWriter.FlushAsync(context.HttpContext.RequestAborted);
    }

    private void Write(IBufferWriter<byte> body)
    {
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"sequence\":{page.Sequence},\"items\":["), body);
        for (var i = 0; i < page.Records.Count; i++)
        {
            if (i > 0)
                body.Write(","u8);
            body.Write(page.Records[i].Span);
        }
        body.Write("]}"u8);
    }

    private string NextAddress(string next)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "after").SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v!))))
        {
            { "after", next },
        };
        return request.Path + query.ToString();
    }
}
