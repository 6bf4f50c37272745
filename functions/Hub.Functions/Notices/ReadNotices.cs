using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Rules;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Notices;

/// <summary>Shows where notices stand: a State its own, the Secretariat all.</summary>
public sealed class ReadNotices(INoticeStore notices, IRegisterStore register, ReferenceData data)
{
    /// <summary>GET /api/notices.</summary>
    [Function("ListNotices")]
    [Access(CallerKind.State, CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/notices")] HttpRequest request, CancellationToken cancel)
    {
        var caller = request.Caller();
        var query = new QueryText(request).Only("state", "status", "limit");
        var state = caller.State ?? query.State("state");
        if (caller.State is not null && query.State("state") is { } asked && asked != caller.State)
            throw NoticeAccess.Foreign();
        var found = await notices.List(state, query.Code<NoticeStatus>("status"), (int)query.Number("limit", 50, 1, 500), cancel);
        return Responses.Items(found.Select(NoticeView.ForSender));
    }

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
