using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Publishing;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Log;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Editions;

/// <summary>Publishes with two people, as <see cref="Publications"/> does.</summary>
public sealed class PublicationPages(
    SitePages pages, Visits visits, EditionService editions, EditionPlannings plannings, TwoPersonPublishing publishing,
    IWakeUpSender wakeUps)
{
    private const int LongestReason = 1000;

    /// <summary>POST /console/editions/{id}/publication: asks, takes back, or publishes.</summary>
    [Function("TakePublicationStep")]
    [PageAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Take(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/editions/{id}/publication")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        if (!EditionId.TryParse(id, out var edition))
            throw PublishedEditions.Unknown();
        return (form.Choice("step", "ask", "back", "publish") ?? throw PostedForm.NotOffered("step")) switch
        {
            "ask" => await Ask(request, edition, form, cancel),
            "back" => await Answer(request, edition, null, await publishing.TakeBack(edition, request.Caller().Person, cancel), cancel),
            "publish" when request.Caller().HasOneOf(SecretariatRoles.Reviewer) => await Answer(
                request, edition, form.Text("name"),
                await publishing.Publish(edition, request.Caller().Person, form.Text("name"), form.Text("plan"), cancel), cancel),
            _ => SitePages.SeeOther(request, $"/console/editions/new?edition={edition.Slug}"),
        };
    }

    private async Task<IActionResult> Ask(HttpRequest request, EditionId id, PostedForm form, CancellationToken cancel)
    {
        var reason = form.Lines("reason");
        if (TypedText.Wrong("reason", reason, LongestReason, new Labels(Visits.Language(request)), "Publishing.Ask.Missing") is { } wrong)
            return await Again(request, id, form.Lines("replaces"), reason, wrong, cancel);
        var result = await publishing.Ask(new(id, form.Lines("replaces")), request.Caller().Person, reason!, form.Text("plan"), cancel);
        return await Answer(request, id, reason, result, cancel, form.Lines("replaces"));
    }

    private async Task<IActionResult> Answer(
        HttpRequest request, EditionId id, string? typed, PublicationResult result, CancellationToken cancel, string? replaces = null)
    {
        var plan = $"/console/editions/new?edition={id.Slug}";
        switch (result)
        {
            case PublicationResult.Asked:
                return SitePages.SeeOther(request, plan, "EDITION_ASKED");
            case PublicationResult.TakenBack:
                return SitePages.SeeOther(request, id.Kind == EditionKind.Revision ? "/console/editions" : plan, "EDITION_BACK");
            case PublicationResult.Frozen:
                await wakeUps.Send(new() { Editions = [id.Slug] });
                return SitePages.SeeOther(request, $"/console/editions/{id.Slug}", "EDITION_FROZEN");
            case PublicationResult.Refused { Why: PublicationRefusal.AlreadyFrozen } when await editions.Find(id, cancel) is not null:
                return SitePages.SeeOther(request, $"/console/editions/{id.Slug}");
            case PublicationResult.Refused refused:
                var visit = await visits.Of(request);
                var text = visit.Labels.Say(
                    $"PublicationRefusal.{refused.Why}", visit.NameOf(refused.Person ?? ""), id.ToString()).ToText(false);
                text = refused.Edition is { } edition ? $"{text} {EditionHtml.Why(edition, visit.Labels)}" : text;
                return await Again(
                    request, id, replaces, typed, new(refused.Why == PublicationRefusal.OtherName ? "name" : null, text), cancel);
            default:
                throw new NotSupportedException(result.GetType().Name);
        }
    }

    // The plan as it is now, with what was typed and why it was not done.
    private async Task<IActionResult> Again(
        HttpRequest request, EditionId id, string? replaces, string? typed, FieldProblem problem, CancellationToken cancel)
    {
        var asked = await publishing.Open(id, cancel);
        if (await editions.Prepare(new(id, asked?.Replaces ?? replaces), cancel) is not EditionResult.Begun(var edition, var isFrozen))
            return SitePages.SeeOther(request, "/console/editions/new");
        var planning = await plannings.Of(edition, isFrozen, request.Caller(), Visits.Language(request), cancel);
        return await pages.Show(
            request, visit => EditionHtml.Plan(visit, planning with { Typed = typed }, [problem]),
            StatusCodes.Status422UnprocessableEntity);
    }
}
