using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Intake.Inbox;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Console.Recipients;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Recipients;

/// <summary>Sets missions, as <c>PUT /api/subscribers/{id}</c> does.</summary>
public sealed class SubscriberPages(SitePages pages, SubscriberService subscribers, IMailStore mails, StateChoices states)
{
    private const int LongestReason = 500;

    /// <summary>GET /console/recipients/new: filled with what somebody typed who asks for access (<c>?mail=</c>).</summary>
    [Function("ShowNewSubscriber")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> ShowNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/recipients/new")] HttpRequest request,
        CancellationToken cancel)
    {
        var asked = request.Asked("mail") is { } id ? await mails.Find(id, cancel) : null;
        var form = new SubscriberForm(null, null, null, null, Language.English.Code(), OfficeRole.Mission.Code(), null, null);
        return await Page(request, asked is not { Asks: { Kind: PageRequestKind.Access } wanted } ? form : form with
        {
            State = asked.Claimed?.Value, Name = wanted.Office, Address = asked.From, Language = asked.Language.Code(),
        }, []);
    }

    /// <summary>POST /console/recipients/new.</summary>
    [Function("AddSubscriber")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Add(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/recipients/new")] HttpRequest request, CancellationToken cancel)
    {
        var form = Typed(await PostedForm.Of(request), null);
        if (Draft(form) is not { } draft)
            return await Page(request, form, [new("state", new Labels(Visits.Language(request))["Recipients.NoState"])]);
        return await Answer(request, form, await subscribers.Add(draft, request.Caller().Person, cancel));
    }

    /// <summary>GET /console/recipients/{id}/edit.</summary>
    [Function("ShowSubscriber")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/recipients/{id}/edit")] HttpRequest request, string id,
        CancellationToken cancel) =>
        await Page(request, SubscriberForm.Of(await Known(id, cancel)), []);

    /// <summary>POST /console/recipients/{id}/edit.</summary>
    [Function("SetSubscriber")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Set(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/recipients/{id}/edit")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (known, form) = (await Known(id, cancel), Typed(await PostedForm.Of(request), id));
        if (Draft(form) is not { } draft)
            return await Page(request, form, [new("state", new Labels(Visits.Language(request))["Recipients.NoState"])]);
        if (!SubscriberForm.MaySayAs(known, draft) && TypedText.Wrong(
            "reason", form.Reason, LongestReason, new(Visits.Language(request)), "Recipients.NoReason") is { } wrong)
            return await Page(request, form, [wrong]);
        if (form.Mark == SubscriberForm.MarkOf(known) || SubscriberDraft.Of(known).Says(draft))
        {
            var result = await subscribers.Save(id, draft, request.Caller().Person, cancel, known, form.Reason);
            if (result is not SubscriberResult.Moved)
                return await Answer(request, form, result);
            known = await Known(id, cancel);
        }
        // What was typed stays; what is set now is told, and whoever sends it once more has seen it.
        var now = new FieldProblem(null, new Labels(Visits.Language(request)).Say(
            "Recipients.Stood", known.Name, known.Address, known.Language.Culture().NativeName).ToText(false));
        return await Page(request, form with { Mark = SubscriberForm.MarkOf(known) }, [now]);
    }

    private async Task<IActionResult> Answer(HttpRequest request, SubscriberForm form, SubscriberResult result)
    {
        var labels = new Labels(Visits.Language(request));
        if (result is SubscriberResult.Saved { Recipient.Id: var id })
            request.Acted(ActionKind.RecipientSaved, id);
        return result switch
        {
            SubscriberResult.Saved(var saved) =>
                SitePages.SeeOther(request, $"/console/recipients/{Uri.EscapeDataString(saved.Id)}", "RECIPIENT_SAVED"),
            SubscriberResult.Moved => await Page(request, form, [new(null, labels["Recipients.Moved"])]),
            SubscriberResult.AnothersAddress(var other) => await Page(
                request, form, [new("address", labels.Say("Recipients.Anothers", other.Name).ToText(false))]),
            SubscriberResult.Wrong(var problems) => await Page(
                request, form,
                [
                    .. problems.Select(p => p.Field!.Split('/')[1]).Distinct()
                        .Select(f => new FieldProblem(f, labels[$"Recipients.Import.Wrong.{f}"])),
                ]),
            _ => await Page(request, form, [new("state", labels["Recipients.NoState"])]),
        };
    }

    private Task<IActionResult> Page(HttpRequest request, SubscriberForm form, IReadOnlyList<FieldProblem> problems) => pages.Show(
        request, visit => RecipientHtml.Edit(visit, form, states.In(visit.Language), problems),
        problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    // Authorities are what their records say.
    private async Task<Recipient> Known(string id, CancellationToken cancel) =>
        (await subscribers.List(cancel)).FirstOrDefault(r => r.Id == id) ?? throw RecipientPages.Unknown();

    private static SubscriberForm Typed(PostedForm form, string? id) => new(
        id, form.Text("state"), form.Text("name"), form.Text("address"), form.Text("language"), form.Text("role"), form.Lines("domains"),
        form.Text("mark"))
    {
        Reason = form.Lines("reason"),
    };

    private static SubscriberDraft? Draft(SubscriberForm form) =>
        form.State is { } state && StateCode.IsWellFormed(state) && Codes.TryParse<Language>(form.Language, out var language)
        && Codes.TryParse<OfficeRole>(form.Role, out var role)
            ? new(new(state), form.Address ?? "", language, form.Name ?? "", role, Domains(form.Domains))
            : null;

    private static string[]? Domains(string? typed) =>
        typed?.Split([' ', ',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } domains ? domains : null;
}
