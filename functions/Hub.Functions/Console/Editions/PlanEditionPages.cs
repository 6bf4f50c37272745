using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Delivery.Editions.Publishing;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Functions.Site;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Editions;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editions;

/// <summary>Plans editions, as <c>POST /api/editions?dryRun=true</c> does, and shows what would be sent. Nothing is kept.</summary>
public sealed class PlanEditionPages(
    SitePages pages, EditionService editions, EditionPlannings plannings, TwoPersonPublishing publishing, EditionPreview preview,
    RecipientDirectory recipients, StateCatalog states)
{
    private const int LongestReason = 1000;

    /// <summary>GET /console/editions/new?edition=…: which one, or its plan where nothing more is to be said of it.</summary>
    [Function("ShowEditionPlan")]
    [PageAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/editions/new")] HttpRequest request,
        CancellationToken cancel)
    {
        if (!EditionId.TryParse(request.Query["edition"], out var id))
            return await Choose(request, null, null, [], cancel);
        var asked = await publishing.Open(id, cancel);
        return id.Kind == EditionKind.Revision && asked is null && await editions.Find(id, cancel) is null
            ? await Choose(request, id, null, [], cancel)
            : await Plan(request, id, asked?.Replaces, cancel);
    }

    /// <summary>POST /console/editions/new: the plan of the edition that was chosen.</summary>
    [Function("PlanEdition")]
    [PageAccess]
    public async Task<IActionResult> Make(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/editions/new")] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        if (!EditionId.TryParse(form.Text("edition"), out var id))
            return SitePages.SeeOther(request, "/console/editions/new");
        var labels = new Labels(Visits.Language(request));
        if (id.Kind != EditionKind.Revision && form.Text("replaces") is { } unwanted)
            return await Choose(request, id, unwanted, [new("replaces", labels["EditionObstacle.ReasonUnwanted"])], cancel);
        if (id.Kind != EditionKind.Revision)
            return SitePages.SeeOther(request, $"/console/editions/new?edition={id.Slug}");
        var replaces = form.Text("replaces");
        return TypedText.Wrong("replaces", replaces, LongestReason, labels, "Publishing.Replaces.Missing") is { } wrong
            ? await Choose(request, id, replaces, [wrong], cancel)
            : await Plan(request, id, replaces, cancel);
    }

    /// <summary>GET /console/editions/new/files/{name}?edition=…: a file as it would be.</summary>
    [Function("PreviewEditionFile")]
    [PageAccess]
    public async Task<IActionResult> File(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/editions/new/files/{name}")] HttpRequest request, string name,
        CancellationToken cancel)
    {
        var edition = await Prepared(request, cancel);
        var file = await preview.File(edition, name, cancel) ?? throw PublishedEditions.Unknown();
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return PublishedEditions.Response(request, edition.Id, file, $"\"{ManifestEntry.Of(file).Sha256}\"");
    }

    /// <summary>GET /console/editions/new/mail?edition=…: the mail as one recipient would get it.</summary>
    [Function("PreviewEditionMail")]
    [PageAccess]
    public async Task<IActionResult> Mail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/editions/new/mail")] HttpRequest request,
        CancellationToken cancel)
    {
        var (edition, language) = (await Prepared(request, cancel), Visits.Language(request));
        var order = new Labels(language).Order;
        var all = (await recipients.List(language, cancel)).OrderBy(r => r.Name, order).ToList();
        var named = all.Select(r => r.State).Distinct()
            .Select(s => (Code: s.Value, Text: states.Contains(s) ? states[s].Name(language) : s.Value))
            .OrderBy(s => s.Text, order).ToList();
        var state = named.Any(s => s.Code == request.Query["state"]) ? request.Query["state"].ToString() : named.FirstOrDefault().Code;
        var there = all.Where(r => r.State.Value == state).ToList();
        var to = there.FirstOrDefault(r => r.Id == request.Query["recipient"]) ?? there.FirstOrDefault();
        var mail = to is null ? null : await preview.Mail(edition, (await recipients.Find(to.Id, cancel))!, cancel);
        return await pages.Show(request, visit => EditionHtml.Mail(visit, new(
            edition.Id, named, state, [.. there.Select(r => (r.Id, $"{r.Name} ({LanguageOf(r.Language)})"))], to?.Id, mail?.Subject,
            mail?.Text) { Replaces = Said(request) }));
    }

    private async Task<IActionResult> Plan(HttpRequest request, EditionId id, string? replaces, CancellationToken cancel)
    {
        var result = await editions.Prepare(new(id, replaces), cancel);
        if (result is EditionResult.Refused(var why))
            return await Choose(request, id, replaces, [new("edition", EditionHtml.Why(why, new(Visits.Language(request))))], cancel);
        if (result is not EditionResult.Begun(var edition, false))
            return SitePages.SeeOther(request, $"/console/editions/{id.Slug}");
        var planning = await plannings.Of(edition, false, request.Caller(), Visits.Language(request), cancel);
        return await pages.Show(request, visit => EditionHtml.Plan(visit, planning, []));
    }

    private async Task<IActionResult> Choose(
        HttpRequest request, EditionId? chosen, string? replaces, IReadOnlyList<FieldProblem> problems, CancellationToken cancel)
    {
        var draft = new EditionDraft(await editions.Next(cancel), chosen, replaces);
        return await pages.Show(
            request, visit => EditionHtml.New(visit, draft, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    // What a revision replaces stands in its files: they are shown with what was said, as the plan has their hashes.
    private async Task<Edition> Prepared(HttpRequest request, CancellationToken cancel)
    {
        if (!EditionId.TryParse(request.Query["edition"], out var id))
            throw PublishedEditions.Unknown();
        var replaces = (await publishing.Open(id, cancel))?.Replaces
            ?? (id.Kind != EditionKind.Revision ? null : Said(request) ?? "…");
        return await editions.Prepare(new(id, replaces), cancel) switch
        {
            EditionResult.Begun(var edition, _) => edition,
            EditionResult.Refused => throw PublishedEditions.Unknown(),
            var other => throw new NotSupportedException(other.GetType().Name),
        };
    }

    private static string? Said(HttpRequest request) =>
        request.Query["replaces"].FirstOrDefault()?.Trim() is { Length: > 0 and <= LongestReason } text ? text : null;

    private static string LanguageOf(Language language) => language.Culture().NativeName;
}
