using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Functions.Access;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>
/// The restricted directory, whole, with what States declared: whoever asked for the records of one State would say which State a case is
/// about. It is used without a connection too, so that it says until when it holds.
/// </summary>
public sealed class DirectoryPackage(IRegisterStore register, TimeProvider clock)
{
    private const int DaysItHolds = 30;

    /// <summary>GET /api/directory/package.</summary>
    [Function("GetDirectoryPackage")]
    [ReadAccess(CallerKind.Reader, CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/directory/package")] HttpRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var snapshot = await register.Read(ReadAuthorities.Fresh, cancel);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var headers = request.HttpContext.Response.Headers;
        var tag = string.Create(CultureInfo.InvariantCulture, $"W/\"{snapshot.Head.Sequence}-{day:yyyyMMdd}\"");
        headers.ETag = tag;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return request.Headers.IfNoneMatch.ToString() == tag
            ? new StatusCodeResult(StatusCodes.Status304NotModified)
            : new ContentResult { Content = Dated(snapshot, day), ContentType = "application/json; charset=utf-8" };
    }

    // The records are written already; the days and the declarations are put before them.
    private static string Dated(RegisterSnapshot register, DateOnly day) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"madeOn":"{{day:yyyy-MM-dd}}","expires":"{{day.AddDays(DaysItHolds):yyyy-MM-dd}}","states":{{Declared(register)}},""")
        + Records(register);

    private static string Declared(RegisterSnapshot register) => JsonSerializer.Serialize(
        register.States.Values.OrderBy(s => s.State.Value, StringComparer.Ordinal), HubJson.Options);

    private static string Records(RegisterSnapshot register) => Encoding.UTF8.GetString(DirectoryIndex.Of(register).Whole().Span[1..]);
}
