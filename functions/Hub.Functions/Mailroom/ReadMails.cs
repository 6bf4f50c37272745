using System.Text.Json.Nodes;
using Hub.Functions.Http;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Access;
using Hub.Notices.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>Shows the Secretariat what came in by mail, and what became of it.</summary>
public sealed class ReadMails(Callers callers, IMailStore mails, IOriginalStore originals)
{
    /// <summary>GET /api/mails.</summary>
    [Function("ListMails")]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mails")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Secretariat);
        var query = new QueryText(request).Only("status", "limit");
        var found = await mails.List(query.Code<MailFate>("status"), (int)query.Number("limit", 50, 1, 500), cancel);
        return Answers.Json(new JsonObject { ["items"] = new JsonArray([.. found.Select(m => MailView.Of(m, null))]) });
    }

    /// <summary>GET /api/mails/{id}.</summary>
    [Function("GetMail")]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mails/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Secretariat);
        var mail = await mails.Find(id, cancel) ?? throw Unknown();
        return Answers.Json(MailView.Of(mail, await mails.AnswersTo(id, cancel)));
    }

    /// <summary>GET /api/mails/{id}/original: the mail as it was received, to be saved and opened with care.</summary>
    [Function("GetOriginalMail")]
    public async Task<IActionResult> Original(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mails/{id}/original")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Secretariat);
        var mail = await mails.Find(id, cancel) ?? throw Unknown();
        var content = await originals.Open(mail.Original, cancel) ?? throw Unknown();
        return new FileAnswer(content, DocumentKind.Eml.MediaType(), $"mail-{id}.eml");
    }

    /// <summary>The answer to an id that is none.</summary>
    internal static ApiException Unknown() => new(404, "No such mail", "GET /api/mails lists them.");
}
