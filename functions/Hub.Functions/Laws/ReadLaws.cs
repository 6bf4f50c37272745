using System.Globalization;
using Hub.Delivery.NetworkPages;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Functions.Lookup;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Laws;

/// <summary>The legal library, for everyone.</summary>
public sealed class ReadLaws(
    IRegisterStore register, LawSearch search, StateCatalog states, LawPackage package, ILinkCheckStore links,
    SignInSettings settings)
{
    private const string Json = "application/json";

    private static readonly string[] Parameters =
    [
        "state", "instrument", "article", "paragraph", "topic", "crimeType", "type", "region", "text", "inForceOn", "after", "limit",
    ];

    /// <summary>GET /api/laws.</summary>
    [Function("ListLaws")]
    [PublicAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/laws")] HttpRequest request, CancellationToken cancel)
    {
        var snapshot = await register.Read(ReadAuthorities.Fresh, cancel);
        var query = new QueryText(request).Only(Parameters);
        var (limit, order) = ((int)query.Number("limit", 100, 1, 500), search.Order(Language.English));
        var after = query.Known("after", id => snapshot.Laws.GetValueOrDefault(id), "no law: take the address in 'Link'");
        var found = search.Find(snapshot.Laws.Values, Query(query), Language.English)
            .SkipWhile(l => after is not null && order.Compare(l, after) <= 0).Take(limit + 1).ToList();
        return new PageResponse(new("laws", $"{Json}; charset=utf-8", LawJson.Write(new()
        {
            ["sequence"] = snapshot.Head.Sequence, ["items"] = LawJson.Of(found.Take(limit), await LawJson.Checks(links, cancel)),
        }))
        {
            Links = found.Count > limit ? [Next(request, found[limit - 1])] : [],
        });
    }

    /// <summary>GET /api/laws/package.</summary>
    [Function("GetLawPackage")]
    [PublicAccess]
    public async Task<IActionResult> Package(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/laws/package")] HttpRequest request,
        CancellationToken cancel) =>
        new PageResponse(package.Of(await register.Read(ReadAuthorities.Fresh, cancel), await LawJson.Checks(links, cancel)));

    /// <summary>GET /api/laws/{id}: the present version, or the one that is asked for.</summary>
    [Function("GetLaw")]
    [PublicAccess]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "api/laws/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var version = (int)new QueryText(request).Only("version").Number("version", 0, 1, int.MaxValue);
        if ((await register.Read(ReadAuthorities.Fresh, cancel)).Laws.GetValueOrDefault(id) is not { Listed: true } present)
            throw new ApiException(404, "No such law", "Check the id: GET /api/laws lists them.");
        var law = version is 0 ? present : await register.ReadLaw(id, version, cancel)
            ?? throw new ApiException(404, "No such version", $"The present version of this law is {present.Version}.");
        return new PageResponse(new("laws/law", $"{Json}; charset=utf-8", LawJson.Write(LawJson.Of(law, await LawJson.Checks(links, cancel)))));
    }

    private LawQuery Query(QueryText query) => new()
    {
        State = query.Known("state", StateOf, "no State that the hub knows: give its ISO 3166-1 alpha-3 code, such as SEN"),
        Instrument = query.Code<Instrument>("instrument"),
        Article = query.Known("article", Number, "no number of an article, such as 18"),
        Paragraph = query.Known("paragraph", Paragraph, "no paragraph, such as 3 or 3(a)"),
        Topic = query.Code<LawTopic>("topic"),
        CrimeType = query.Code<CrimeType>("crimeType"),
        Type = query.Code<LawType>("type"),
        Region = query.Known(
            "region", text => states.Subregions.FirstOrDefault(r => r == text),
            $"none of the sub-regions of M49: {string.Join(", ", states.Subregions)}"),
        Text = query.Known("text", Words, $"longer than {FoldedText.Longest} characters, or without a letter or digit"),
        InForceOn = query.Known("inForceOn", Day, "no day, such as 2025-03-31"),
    };

    private StateCode? StateOf(string text) =>
        text.ToUpperInvariant() is var code && StateCode.IsWellFormed(code) && states.Contains(new(code)) ? new(code) : null;

    // Of any instrument of the list: which has it, the query as a whole decides.
    private static string? Number(string text) =>
        Articles.Instruments.Any(i => Articles.Has(new(i, text))) ? text : null;

    private static string? Paragraph(string text) => Articles.Has(new(Articles.Instruments[0], "1", text)) ? text : null;

    private static string? Words(string text) => FoldedText.Of(text).Length > 0 ? text : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private PageLink Next(HttpRequest request, Law last)
    {
        var query = new QueryBuilder(request.Query.Where(q => q.Key != "after")
            .SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v!)))) { { "after", last.LawId } };
        return new(new(settings.Home, $"{request.Path}{query}"), "next", Json);
    }
}
