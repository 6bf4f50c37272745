using Hub.Functions.Access;
using Hub.Functions.Mailroom;
using Hub.Functions.Site;
using Hub.Intake.Inbox;
using Hub.Notices.Colleagues;
using Hub.Pages;
using Hub.Pages.Console.Colleagues;
using Hub.Pages.Console.Mails;
using Hub.Register.Json;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Mails;

/// <summary>Mails that came in, as the Secretariat sees them.</summary>
public sealed class MailPages(SitePages pages, MailViews views, IMailStore mails, Handlings handlings)
{
    /// <summary>GET /console/mails.</summary>
    [Function("ShowMails")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/mails")] HttpRequest request, CancellationToken cancel)
    {
        var (choice, holders) = (Choice(request), await handlings.Holders(cancel));
        var (range, shown) = request.Page(await Found(request, holders, cancel), choice.Address());
        return await pages.Show(request, visit => MailsHtml.List(
            visit, new(choice, range, shown, views.Names(visit.Language)) { Holders = holders }));
    }

    /// <summary>GET /console/mails/list.csv: the list as a table for programs.</summary>
    [Function("ExportMails")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/mails/list.csv")] HttpRequest request, CancellationToken cancel) =>
        ListQuery.Csv(MailsHtml.Csv(await Found(request, await handlings.Holders(cancel), cancel)), "mails");

    /// <summary>GET /console/mails/{id}.</summary>
    [Function("ShowMail")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/mails/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var mail = await mails.Find(id, cancel) ?? throw ReadMails.Unknown();
        var asked = request.Query["state"].ToString();
        StateCode? state = StateCode.IsWellFormed(asked) ? new StateCode(asked) : null;
        var detail = await views.Of(mail, state, Visits.Language(request), cancel);
        return await pages.Show(request, visit => MailsHtml.Mail(visit, detail, []));
    }

    private async Task<IReadOnlyList<MailRecord>> Found(
        HttpRequest request, IReadOnlyDictionary<string, string> holders, CancellationToken cancel)
    {
        var (choice, reader) = (Choice(request), request.Caller().Name);
        return [.. (await views.Find(choice, cancel)).Where(m => choice.Hands.Fits(holders.GetValueOrDefault(m.Id), reader))];
    }

    private static MailChoice Choice(HttpRequest request) => new(
        request.Asked("status") is { } fate && (fate == MailChoice.All || Codes.TryParse<InboundMailStatus>(fate, out _))
            ? fate : MailChoice.Waiting,
        request.AskedState(), request.Asked("text"))
    {
        Hands = request.Asked<HandsChoice>("hands"),
    };
}
