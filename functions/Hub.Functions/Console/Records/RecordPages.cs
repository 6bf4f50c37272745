using System.Text;
using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Pages.Console.Records;
using Hub.Register.Log;
using Hub.Register.Lookup;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Records;

/// <summary>Records, as the Secretariat sees them.</summary>
public sealed class RecordPages(
    SitePages pages, RecordDetails details, StateChoices choices, IRegisterStore register, StateCatalog states, NetworkCatalog networks,
    TimeProvider clock)
{
    private const int LongestText = 200;

    /// <summary>GET /console/records.</summary>
    [Function("ShowRecords")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/records")] HttpRequest request, CancellationToken cancel)
    {
        var (query, language) = (Query(request), Visits.Language(request));
        var (range, shown) = request.Page(await Find(query, language, cancel), RecordAddress.Of(query));
        var list = new RecordList(query, range, [.. shown.Select(Listed)], choices.In(language));
        return await pages.Show(request, visit => RecordsHtml.Records(visit, list));
    }

    /// <summary>GET /console/records/list.csv: the list as a table for programs.</summary>
    [Function("ExportRecords")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/records/list.csv")] HttpRequest request,
        CancellationToken cancel)
    {
        var found = await Find(Query(request), Visits.Language(request), cancel);
        return ListQuery.Csv(RecordsHtml.Csv(found.Select(Listed)), "records");
    }

    /// <summary>GET /console/records/{id}.</summary>
    [Function("ShowRecord")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/records/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var detail = await details.Of(id, Visits.Language(request), cancel);
        return await pages.Show(
            request, visit => detail is null ? RecordsHtml.Missing(visit, isState: false) : RecordsHtml.Record(visit, detail),
            detail is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    /// <summary>GET /console/records/{id}/versions?from=…&amp;to=…: two versions side by side.</summary>
    [Function("CompareRecordVersions")]
    [PageAccess]
    public async Task<IActionResult> Compare(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/records/{id}/versions")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        if ((await register.Read(TimeSpan.Zero, cancel)).Authorities.GetValueOrDefault(id) is not { } record)
            return await pages.Show(request, visit => RecordsHtml.Missing(visit, isState: false), StatusCodes.Status404NotFound);
        var to = Math.Clamp(request.AskedNumber("to", record.Version), 1, record.Version);
        var from = Math.Clamp(request.AskedNumber("from", to - 1), 1, record.Version);
        var (before, after) = (await register.ReadVersion(id, from, cancel), await register.ReadVersion(id, to, cancel));
        return await pages.Show(
            request, visit => RecordsHtml.Versions(visit, new(id, from, to, before, after, record.Version), networks));
    }

    /// <summary>GET /console/records/{id}/card.vcf: for address books; in the version that all of them read.</summary>
    [Function("GetRecordCard")]
    [PageAccess]
    public async Task<IActionResult> Card(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/records/{id}/card.vcf")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        if ((await register.Read(TimeSpan.Zero, cancel)).Authorities.GetValueOrDefault(id) is not { } record)
            return await pages.Show(request, visit => RecordsHtml.Missing(visit, isState: false), StatusCodes.Status404NotFound);
        var language = Visits.Language(request);
        var card = Encoding.UTF8.GetBytes(VCard.Of(record, language, states[record.State()].Name(language), VCard.Older));
        return new FileResponse(new MemoryStream(card), $"{VCard.MediaType}; charset=utf-8", $"{record.State()}-{id}.vcf");
    }

    private async Task<IReadOnlyList<Authority>> Find(RecordQuery query, Language language, CancellationToken cancel) =>
        query.Find(await register.Read(TimeSpan.Zero, cancel), states, language, Today);

    private ListedRecord Listed(Authority record) => new(record, UpkeepPolicy.StatusOn(record.Upkeep, Today));

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private RecordQuery Query(HttpRequest request) => new()
    {
        Text = request.Asked("text", LongestText), State = choices.Find(request.Asked("state"))?.Alpha3,
        Instrument = request.Asked<Instrument>("instrument"), Matter = request.Asked<Matter>("matter"),
        Scope = request.Asked<RecordScope>("scope") ?? RecordScope.InForce,
    };
}
