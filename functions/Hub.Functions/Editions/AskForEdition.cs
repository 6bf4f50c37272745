using Hub.Core.Access;
using Hub.Core.Channels;
using Hub.Core.Editions;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Editions;

/// <summary>Freezes an edition and has it published, or says what would be.</summary>
public sealed class AskForEdition(
    Callers callers, EditionDesk desk, EditionPlanner planner, AudienceFinder audience, IWakeUpSender wakeUps)
{
    /// <summary>POST /api/editions: 202 once it is frozen; with <c>dryRun=true</c> the plan, and nothing is kept.</summary>
    [Function(nameof(AskForEdition))]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editions")] HttpRequest request, CancellationToken cancel)
    {
        await callers.Require(request, CallerKind.Secretariat);
        var body = await RequestBody.Read<EditionBody>(request);
        var asked = new EditionRequest(Name(body.Edition), body.Reason);
        if (DryRun(request))
            return Answers.Json(await Plan(asked, cancel));
        var edition = Begun(await desk.Begin(asked, cancel));
        request.HttpContext.Response.Headers.Location = $"/api/editions/{edition.Id.Slug}";
        var view = EditionView.Of(edition, await desk.PublishedAt(edition.Id, cancel), null);
        await wakeUps.Send(new() { Editions = [edition.Id.Slug] });
        return Answers.PublicJson(view, StatusCodes.Status202Accepted);
    }

    private async Task<EditionPlan> Plan(EditionRequest asked, CancellationToken cancel)
    {
        var edition = Begun(await desk.Prepare(asked, cancel));
        return planner.Of(edition, await desk.Changes(edition, cancel), await audience.Find(cancel));
    }

    private static EditionId? Name(string? text) => text is null ? null : EditionId.TryParse(text, out var id)
        ? id
        : throw new ApiException(422, "No edition's name", "'edition' must be like 2026/1, 2026/2, 2026/1/add.1 or 2026/1/rev.1.");

    private static bool DryRun(HttpRequest request) => new QueryText(request).Only("dryRun").Text("dryRun") switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw new ApiException(400, "Wrong query", "The parameter 'dryRun' is neither true nor false."),
    };

    private static Edition Begun(EditionResult result) => result switch
    {
        EditionResult.Begun(var edition) => edition,
        EditionResult.Refused(var why) => throw new ApiException(409, "This edition cannot be made", why),
        _ => throw new NotSupportedException(result.GetType().Name),
    };
}

/// <summary>A request for an edition as it is sent.</summary>
/// <param name="Edition">Its name, e.g. 2026/1; the present half-year's where absent.</param>
/// <param name="Reason">Why a revision takes the place of the edition before.</param>
public sealed record EditionBody(string? Edition = null, string? Reason = null);
