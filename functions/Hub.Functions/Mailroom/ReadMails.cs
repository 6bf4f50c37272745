using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Intake.Inbox;
using Hub.Intake.Inbox.Replies;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Hub.Notices.Outbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>Shows the Secretariat what came in by mail, and what became of it.</summary>
public sealed class ReadMails(IMailStore mails, IOutboxStore outbox, IOriginalStore originals, MailDrafts drafts)
{
    /// <summary>GET /api/mails.</summary>
    [Function("ListMails")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mails")] HttpRequest request, CancellationToken cancel)
    {
        var query = new QueryText(request).Only("status", "limit");
        var found = await mails.List(query.Code<InboundMailStatus>("status"), (int)query.Number("limit", 50, 1, 500), cancel);
        return Responses.Items(found.Select(m => MailView.Of(m, null, null)));
    }

    /// <summary>GET /api/mails/{id}.</summary>
    [Function("GetMail")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mails/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var mail = await mails.Find(id, cancel) ?? throw Unknown();
        return Responses.Json(MailView.Of(mail, await outbox.RepliesTo(id, cancel), await drafts.Of(mail, cancel)));
    }

    /// <summary>GET /api/mails/{id}/original: the mail as it was received, to be saved and opened with care.</summary>
    [Function("GetOriginalMail")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Original(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mails/{id}/original")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var mail = await mails.Find(id, cancel) ?? throw Unknown();
        var content = await originals.Open(mail.Original, cancel) ?? throw Unknown();
        return new FileResponse(content, DocumentKind.Eml.MediaType(), $"mail-{id}.eml");
    }

    /// <summary>The response to an id that is none.</summary>
    internal static ApiException Unknown() => new(404, "No such mail", "GET /api/mails lists them.");
}
