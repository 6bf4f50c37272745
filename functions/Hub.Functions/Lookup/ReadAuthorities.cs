using System.Text;
using Hub.Core.Access;
using Hub.Core.Json;
using Hub.Core.Lookup;
using Hub.Core.Register;
using Hub.Core.States;
using Hub.Core.Upkeep;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>The restricted directory, for designated authorities, missions and the Secretariat.</summary>
public sealed class ReadAuthorities(Callers callers, IRegisterStore register, TimeProvider clock)
{
    /// <summary>A snapshot this old still serves reads.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private const string RecordStatusHeader = "Hub-Record-Status";

    private static readonly string[] Parameters =
        ["state", "instrument", "matter", "language", "network", "openAt", "withdrawn", "after", "limit"];

    /// <summary>GET /api/authorities.</summary>
    [Function("ListAuthorities")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/authorities")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Reader, CallerKind.State, CallerKind.Secretariat);
        var query = Query(request);
        var snapshot = await register.Read(Fresh, cancel);
        var day = DateOnly.FromDateTime((query.OpenAt ?? clock.GetUtcNow()).UtcDateTime);
        return new DirectoryPageAnswer(DirectoryIndex.Of(snapshot).Find(query, day), day, request);
    }

    /// <summary>GET /api/authorities/{id}: JSON, or a vCard where that is asked for.</summary>
    [Function("GetAuthority")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/authorities/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Reader, CallerKind.State, CallerKind.Secretariat);
        var language = new QueryText(request).Only("language").Code<Language>("language") ?? Language.English;
        if ((await register.Read(Fresh, cancel)).Authorities.GetValueOrDefault(id) is not { } authority)
            throw new ApiException(404, "No such record", "Check the id: GET /api/authorities lists them.");
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        // Beside the record, not in it: its hash covers what its State said, whatever the day.
        request.HttpContext.Response.Headers[RecordStatusHeader] =
            UpkeepPolicy.StatusOn(authority.Upkeep, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Code();
        var wantsCard = request.Headers.Accept.ToString().Contains(VCard.MediaType, StringComparison.OrdinalIgnoreCase);
        return wantsCard
            ? new ContentResult { Content = VCard.Of(authority, language), ContentType = $"{VCard.MediaType}; charset=utf-8" }
            : new ContentResult
            {
                Content = Encoding.UTF8.GetString(DirectoryIndex.Json(authority).Span), ContentType = "application/json; charset=utf-8",
            };
    }

    private static AuthorityQuery Query(HttpRequest request)
    {
        var query = new QueryText(request).Only(Parameters);
        return new()
        {
            State = query.State("state"),
            Instrument = query.Code<Instrument>("instrument"),
            Matter = query.Code<Matter>("matter"),
            Language = query.Text("language"),
            Network = query.Text("network"),
            OpenAt = query.Moment("openAt"),
            Withdrawn = query.Text("withdrawn") == "true",
            After = query.Text("after"),
            Limit = (int)query.Number("limit", 100, 1, 500),
        };
    }
}
