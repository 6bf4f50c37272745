using System.Globalization;
using Hub.Functions.Access;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>A partner's endpoints, and how one is added.</summary>
public sealed class EndpointListPages(SitePages pages, PortalEndpoints own, FilterForms filters, Endpoints endpoints)
{
    /// <summary>GET /partners.</summary>
    [Function("ShowPortal")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners")] HttpRequest request, CancellationToken cancel)
    {
        var lines = await Task.WhenAll((await own.All(request, cancel)).Select(e => own.Line(e, cancel)));
        return await pages.Show(request, visit => PortalHtml.Endpoints(visit, lines));
    }

    /// <summary>GET /partners/endpoints/new.</summary>
    [Function("ShowNewPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> New(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "partners/endpoints/new")] HttpRequest request) =>
        Form(request, new(), [], StatusCodes.Status200OK);

    /// <summary>POST /partners/endpoints: the response shows the secret, this once.</summary>
    [Function("TakeNewPortalEndpoint")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Add(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners/endpoints")] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var draft = FilterForms.Draft(form);
        var problems = new List<FieldProblem>();
        if (draft.Url is null)
            problems.Add(PortalProblems.Of(request, "url", "Address"));
        if (!TryRate(draft.Rate, out var rate))
            problems.Add(PortalProblems.Of(request, "rate", "Rate"));
        if (FilterForms.Filter(draft) is not { } filter)
            problems.Add(PortalProblems.Of(request, null, "Filter"));
        else if (problems.Count == 0)
            return await Make(request, form, draft, new(draft.Url!, Filter: filter, Rate: rate), cancel);
        return await Form(request, draft, problems, StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> Make(
        HttpRequest request, PostedForm form, EndpointDraft draft, EndpointBody body, CancellationToken cancel)
    {
        var id = PortalEndpoints.IdOf(request, form.Token!);
        if (await own.Known(request, id, cancel) is { } before)
        {
            var line = await own.Line(before, cancel);
            return await pages.Show(
                request, visit => PortalHtml.Endpoint(visit, line, null, [PortalProblems.Of(request, null, "SentBefore")]),
                StatusCodes.Status409Conflict);
        }
        return await PortalProblems.Or(
            request,
            async () =>
            {
                var view = await endpoints.Register(request.Caller(), body, id, cancel);
                var shown = new ShownSecret(view.Id, view.Url, view.Secret!, null, view.State == EndpointState.AwaitingConsent);
                return await pages.Show(request, visit => PortalHtml.Secret(visit, shown), StatusCodes.Status201Created);
            },
            (problem, status) => Form(request, draft, [problem], status));
    }

    private Task<IActionResult> Form(HttpRequest request, EndpointDraft draft, IReadOnlyList<FieldProblem> problems, int status) =>
        pages.Show(request, visit => PortalHtml.NewEndpoint(visit, draft, filters.Choices(visit.Language), problems), status);

    private static bool TryRate(string? text, out int? rate)
    {
        rate = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text is null || rate is not null;
    }
}
