using Hub.Delivery.Confirmations;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Records.Quality;
using Hub.Pages.Texts;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Console.Records;

/// <summary>Asks once more whether records are right, when a person has seen who is asked.</summary>
public sealed class AskAgainPages(SitePages pages, AskingAgain asking, StateChoices choices, ILogger<AskAgainPages> log)
{
    /// <summary>GET /console/quality/ask?state=…: who would be asked.</summary>
    [Function("ShowAskAgain")]
    [PageAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/quality/ask")] HttpRequest request,
        CancellationToken cancel)
    {
        var state = choices.Find(request.Query["state"].FirstOrDefault());
        return await Page(request, await asking.Plan(state?.Alpha3, cancel), state, []);
    }

    /// <summary>POST /console/quality/ask.</summary>
    [Function("AskAgain")]
    [PageAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/quality/ask")] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var state = choices.Find(form.Text("state"));
        var plan = await asking.Plan(state?.Alpha3, cancel);
        var back = new QualityChoice(state?.Alpha3, null).Address;
        // Sent twice, everybody has been asked today.
        if (plan.Mails == 0)
            return SitePages.SeeOther(request, back, "ASKED");
        if (plan.Mark != form.Text("mark"))
            return await Page(request, plan, state, [new(null, new Labels(Visits.Language(request))["Ask.Stood"])]);
        var mails = await asking.Ask(plan, cancel);
        request.Acted(ActionKind.ConfirmationsAsked, state?.Alpha3.Value);
        log.LogInformation("{Mails} recipients are asked again to confirm records: {Caller} wants it.", mails, request.Caller().Name);
        return SitePages.SeeOther(request, back, "ASKED");
    }

    private Task<IActionResult> Page(HttpRequest request, AskingPlan plan, State? state, IReadOnlyList<FieldProblem> problems) =>
        pages.Show(
            request, visit => RecordsHtml.Ask(visit, plan, state, problems),
            problems.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status200OK);
}
