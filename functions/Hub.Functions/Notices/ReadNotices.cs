using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Notices.Search;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Shows where notices stand: a State its own, the Secretariat all.</summary>
public sealed class ReadNotices(INoticeStore notices, NoticeSearch search, IRegisterStore register, ReferenceData data)
{
    /// <summary>GET /api/notices.</summary>
    [Function("ListNotices")]
    [Access(CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices")] HttpRequest request, CancellationToken cancel)
    {
        var caller = request.Caller();
        var query = new QueryText(request).Only("state", "status", "kind", "channel", "text", "page", "limit");
        if (caller.State is not null && query.State("state") is { } asked && asked != caller.State)
            throw NoticeAccess.Foreign();
        var found = await search.Find(Choice(caller, query), cancel);
        var (limit, page) = ((int)query.Number("limit", 50, 1, 500), (int)query.Number("page", 1, 1, 1_000_000));
        var shown = await search.Whole(found.Skip((page - 1) * limit).Take(limit), cancel);
        if (found.Count > (long)page * limit)
            request.HttpContext.Response.Headers.Link = $"<{Next(request, page + 1)}>; rel=\"next\"";
        return Responses.Json(new NoticeItems([.. shown.Select(NoticeView.ForSender)], found.Count));
    }

    private static NoticeChoice Choice(Caller caller, QueryText query)
    {
        var isOpen = query.Text("status") == NoticeChoice.Open;
        return new()
        {
            State = caller.State ?? query.State("state"), IsOpen = isOpen,
            Status = isOpen ? null : query.Code<NoticeStatus>("status"), Kind = query.Code<NoticeKind>("kind"),
            Channel = query.Code<NoticeChannel>("channel"), Text = query.Text("text"),
        };
    }

    private static string Next(HttpRequest request, int page) => QueryHelpers.AddQueryString(
        request.Path, request.Query.Where(q => q.Key != "page").Append(new("page", $"{page}")));

    /// <summary>GET /api/notices/{id}.</summary>
    [Function("GetNotice")]
    [Access(CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var caller = request.Caller();
        NoticeAccess.Check(caller, id);
        var notice = await notices.Find(id, cancel) ?? throw NoticeAccess.Unknown();
        return Responses.Json(caller.Kind == CallerKind.Secretariat
            ? NoticeView.ForSecretariat(notice, data.With(await register.Read(TimeSpan.Zero, cancel)))
            : NoticeView.ForSender(notice));
    }
}

/// <summary>Some of the notices that were looked for.</summary>
/// <param name="Items">Those of the page.</param>
/// <param name="Total">How many there are on all pages.</param>
public sealed record NoticeItems(IReadOnlyList<JsonObject> Items, int Total);
