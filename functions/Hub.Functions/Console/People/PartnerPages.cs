using Hub.Delivery.Webhooks;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.People;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.People;

/// <summary>
/// Partners as the Secretariat registers them. Their names may hold any sign, so that they stand in queries and not in paths.
/// </summary>
public sealed class PartnerPages(
    SitePages pages, IPartnerStore partners, IKeyStore keys, IEndpointStore endpoints, PartnerAccess access, TimeProvider clock)
{
    private const string Path = "/console/people/partners";
    private const string EditRoute = "console/people/partners/edit";
    private const string WithdrawRoute = "console/people/partners/withdrawal";

    /// <summary>GET /console/people/partners.</summary>
    [Function("ShowPartners")]
    [PageAccess]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/people/partners")] HttpRequest request,
        CancellationToken cancel)
    {
        // Three queries, however many partners there are.
        var now = clock.GetUtcNow();
        var (all, given, there) = (await partners.List(cancel), await keys.List(cancel), await endpoints.List(null, cancel));
        var working = given.Where(k => k.Caller.Kind == CallerKind.Partner && k.WorksAt(now)).ToLookup(k => k.Caller.Name);
        var served = there.ToLookup(e => e.Partner);
        var lines = all.OrderBy(p => p.Name, StringComparer.Ordinal)
            .Select(p => new PartnerLine(p, working[p.Name].Count(), served[p.Name].Count())).ToList();
        return await pages.Show(request, visit => PeopleHtml.Partners(visit, lines));
    }

    /// <summary>GET /console/people/partners/edit?name=…: one that is known, or a new one.</summary>
    [Function("ShowPartner")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = EditRoute)] HttpRequest request, CancellationToken cancel)
    {
        var known = request.Query["name"].FirstOrDefault() is { Length: > 0 } name ? await Find(name, cancel) : null;
        return await pages.Show(request, visit => PeopleHtml.Partner(visit, known, PartnerDraft.Of(known), []));
    }

    /// <summary>POST /console/people/partners/edit.</summary>
    [Function("TakePartner")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = EditRoute)] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var labels = new Labels(Visits.Language(request));
        var draft = new PartnerDraft(
            form.Text("name"), form.Text("contact"), form.Text("address"), form.Text("language"), form.Text("mark"));
        var known = draft.Name is null ? null : await partners.Find(draft.Name, cancel);
        var isNew = draft.Mark == PartnerDraft.MarkOf(null);
        if (!isNew && draft.Mark != PartnerDraft.MarkOf(known))
            return await Again(
                request, known, draft with { Mark = PartnerDraft.MarkOf(known) }, [new(null, labels["People.Partner.Moved"])], 409);
        var problems = Problems(draft, labels);
        if (isNew && known is not null)
            problems.Add(new("name", labels["People.Partner.There"]));
        if (problems.Count > 0)
            return await Again(request, isNew ? null : known, draft, problems, StatusCodes.Status422UnprocessableEntity);
        var language = Codes.TryParse<Language>(draft.Language, out var chosen) ? chosen : Language.English;
        if (await access.Register(draft.Name!, new(draft.Address!, language, draft.Contact!), known, cancel))
        {
            request.Acted(ActionKind.PartnerSaved, draft.Name);
            return SitePages.SeeOther(request, Path, "PARTNER_SAVED");
        }
        known = await partners.Find(draft.Name!, cancel);
        return await Again(
            request, known, draft with { Mark = PartnerDraft.MarkOf(known) }, [new(null, labels["People.Partner.Moved"])], 409);
    }

    /// <summary>GET /console/people/partners/withdrawal?name=…: what withdrawing its access does.</summary>
    [Function("ShowPartnerWithdrawal")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> AskWithdrawal(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = WithdrawRoute)] HttpRequest request, CancellationToken cancel)
    {
        var line = await Line(await Find(request.Query["name"].FirstOrDefault() ?? "", cancel), cancel);
        return await pages.Show(request, visit => PeopleHtml.Withdraw(visit, line, []));
    }

    /// <summary>POST /console/people/partners/withdrawal.</summary>
    [Function("TakePartnerWithdrawal")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Withdraw(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = WithdrawRoute)] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var partner = await Find(form.Text("name") ?? "", cancel);
        // Withdrawn meanwhile, it is what was wanted; let in again with another contact, it is not.
        if (partner.RevokedAt is null && form.Text("mark") != PartnerDraft.MarkOf(partner))
        {
            var (line, problem) = (await Line(partner, cancel), new Labels(Visits.Language(request))["People.Partner.Moved"]);
            return await pages.Show(
                request, visit => PeopleHtml.Withdraw(visit, line, [new(null, problem)]), StatusCodes.Status409Conflict);
        }
        await access.Withdraw(partner.Name, cancel);
        request.Acted(ActionKind.PartnerWithdrawn, partner.Name);
        return SitePages.SeeOther(request, Path, "PARTNER_WITHDRAWN");
    }

    private Task<IActionResult> Again(
        HttpRequest request, Partner? known, PartnerDraft draft, IReadOnlyList<FieldProblem> problems, int status) =>
        pages.Show(request, visit => PeopleHtml.Partner(visit, known, draft, problems), status);

    // The same that the API looks at.
    private static List<FieldProblem> Problems(PartnerDraft draft, Labels labels)
    {
        var (found, problems) = (new List<Problem>(), new List<FieldProblem>());
        if (TypedText.Wrong("name", draft.Name, KeyRules.LongestName, labels, "People.Partner.NoName") is { } wrong)
            problems.Add(wrong);
        else if (draft.Name!.Any(char.IsControl))
            problems.Add(new("name", labels["People.Partner.NoName"]));
        MailHeads.Check(draft.Address ?? "", "address", draft.Contact ?? "", "contact", found);
        return
        [
            .. problems,
            .. found.Select(p => new FieldProblem(p.Field, labels[$"People.Partner.Bad.{p.Field}"])),
        ];
    }

    private async Task<PartnerLine> Line(Partner partner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var its = (await keys.List(cancel)).Where(k => k.Caller.Kind == CallerKind.Partner && k.Caller.Name == partner.Name);
        return new(partner, its.Count(k => k.WorksAt(now)), (await endpoints.List(partner.Name, cancel)).Count);
    }

    private async Task<Partner> Find(string name, CancellationToken cancel) =>
        (name.Length == 0 ? null : await partners.Find(name, cancel)) ?? throw new ApiException(404, "No such partner", "");
}
