using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Documents;
using Hub.Pages.Forms;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace Hub.Functions.Forms;

/// <summary>The designation form to download and fill in, for everyone.</summary>
public sealed class ReadForms(PrintedForms shelf)
{
    /// <summary>
    /// GET /api/forms/{name}: <c>designation.xlsx</c>, <c>.docx</c>, <c>.csv</c> or <c>.json</c>, in one of the six languages.
    /// </summary>
    [Function("GetForm")]
    [PublicAccess]
    public IActionResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/forms/{name}")] HttpRequest request, string name)
    {
        var language = new QueryText(request).Only("language").Code<Language>("language") ?? request.PreferredLanguage();
        if (DesignationForms.Kinds.Where(k => name == $"designation{k.Extension()}").ToList() is not [var kind])
            throw new ApiException(
                404, "No such form", $"There are {string.Join(", ", DesignationForms.Kinds.Select(k => $"designation{k.Extension()}"))}.");
        var form = shelf.Take(kind, language);
        var etag = $"\"{form.Tag}\"";
        var headers = request.HttpContext.Response.Headers;
        headers.ETag = etag;
        headers.Vary = "Accept-Language";
        headers.CacheControl = "public, max-age=3600";
        headers.XContentTypeOptions = "nosniff";
        if (request.Headers.IfNoneMatch.ToString() == etag)
            return new StatusCodeResult(StatusCodes.Status304NotModified);
        headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = form.Name }.ToString();
        return new FileContentResult(form.Content, kind == DocumentKind.Csv ? "text/csv; charset=utf-8" : kind.MediaType());
    }
}
