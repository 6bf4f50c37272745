using System.Text;
using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Lookup;

/// <summary>The restricted directory, for designated authorities, missions and the Secretariat.</summary>
public sealed class ReadAuthorities(
    IRegisterStore register, StateCatalog states, NetworkCatalog networks, TimeProvider clock)
{
    /// <summary>A snapshot this old still serves reads of whoever decides nothing.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private const string RecordStatusHeader = "Hub-Record-Status";

    private static readonly string[] Parameters =
        ["state", "instrument", "matter", "language", "network", "openAt", "withdrawn", "after", "limit"];

    /// <summary>GET /api/authorities.</summary>
    [Function("ListAuthorities")]
    [Access(CallerKind.Reader, CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/authorities")] HttpRequest request, CancellationToken cancel)
    {
        var snapshot = await register.Read(FreshFor(request), cancel);
        var query = Query(request, snapshot);
        var day = DateOnly.FromDateTime((query.OpenAt ?? clock.GetUtcNow()).UtcDateTime);
        return new DirectoryPageResponse(DirectoryIndex.Of(snapshot).Find(query, day), day, request);
    }

    /// <summary>GET /api/authorities/{id}: JSON, or a vCard where that is asked for.</summary>
    [Function("GetAuthority")]
    [Access(CallerKind.Reader, CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/authorities/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var language = new QueryText(request).Only("language").Code<Language>("language") ?? Language.English;
        if ((await register.Read(FreshFor(request), cancel)).Authorities.GetValueOrDefault(id) is not { } authority)
            throw new ApiException(404, "No such record", "Check the id: GET /api/authorities lists them.");
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        // Beside the record, not in it: its hash covers what its State said, whatever the day.
        request.HttpContext.Response.Headers[RecordStatusHeader] =
            UpkeepPolicy.StatusOn(authority.Upkeep, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).Code();
        return WantedCard(request) is { } version
            ? new ContentResult
            {
                Content = VCard.Of(authority, language, states[authority.State()].Name(language), version), ContentType = $"{VCard.MediaType}; version={version}; charset=utf-8",
            }
            : new ContentResult
            {
                Content = Encoding.UTF8.GetString(DirectoryIndex.Json(authority).Span), ContentType = "application/json; charset=utf-8",
            };
    }

    // Whoever decided a moment ago, on another instance perhaps, is shown what came of it.
    private static TimeSpan FreshFor(HttpRequest request) =>
        request.Caller().Kind == CallerKind.Secretariat ? TimeSpan.Zero : Fresh;

    // The newest that is asked for; address books of telephones and of Outlook know the older one only.
    private static string? WantedCard(HttpRequest request)
    {
        var cards = request.GetTypedHeaders().Accept.Where(a => a.MediaType.Equals(VCard.MediaType, StringComparison.OrdinalIgnoreCase));
        return cards.Select(c => c.Parameters.FirstOrDefault(p => p.Name == "version")?.GetUnescapedValue().Value == VCard.Older
            ? VCard.Older
            : VCard.Newest).Max(StringComparer.Ordinal);
    }

    private AuthorityQuery Query(HttpRequest request, RegisterSnapshot snapshot)
    {
        var query = new QueryText(request).Only(Parameters);
        return new()
        {
            State = query.Known("state", StateOf, "no State that the hub knows: give its ISO 3166-1 alpha-3 code, such as SEN"),
            Instrument = query.Code<Instrument>("instrument"),
            Matter = query.Code<Matter>("matter"),
            Language = query.Known("language", text => LanguageOf(text, snapshot), "no language: give its BCP 47 tag, such as fr"),
            Network = query.Known("network", NetworkOf, "no network that the hub knows: GET /api/networks lists them"),
            OpenAt = query.Moment("openAt"),
            Withdrawn = query.Flag("withdrawn"),
            After = query.Known("after", id => snapshot.Authorities.ContainsKey(id) ? id : null, "no record: take the address in 'Link'"),
            Limit = (int)query.Number("limit", 100, 1, 500),
        };
    }

    private StateCode? StateOf(string text) =>
        text.ToUpperInvariant() is var code && StateCode.IsWellFormed(code) && states.Contains(new(code)) ? new(code) : null;

    private string? NetworkOf(string text) => networks.TryFind(text, out var network) ? network.Id : null;

    // A language that no library knows may still be one that an authority accepts.
    private static string? LanguageOf(string text, RegisterSnapshot snapshot) => LanguageTags.IsKnown(text)
        || snapshot.Authorities.Values.Any(a => a.Restricted.LanguagesOfRequests?.Contains(text, StringComparer.OrdinalIgnoreCase) == true)
        ? text : null;
}
