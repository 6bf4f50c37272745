using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Planning;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Editions;

/// <summary>Freezes an edition and has it published, or says what would be.</summary>
public sealed class AskForEdition(
    EditionService desk, EditionPlans plans, AudiencePlanner audience, EditionConfirmations confirmations, SignIn signIn,
    IWakeUpSender wakeUps)
{
    /// <summary>
    /// POST /api/editions: 202 once it is frozen, which wants the confirmation of its plan; with <c>dryRun=true</c> the plan, and nothing
    /// is kept. Where people sign in, two of them publish, and nobody does so here (<see cref="Publications"/>).
    /// </summary>
    [Function(nameof(AskForEdition))]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.All)]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editions")] HttpRequest request, CancellationToken cancel)
    {
        var body = await RequestBody.Read<EditionBody>(request);
        var asked = new EditionRequest(Name(body.Edition), body.Reason);
        var dryRun = DryRun(request);
        var (edition, isFrozen) = Prepared(await desk.Prepare(asked, cancel));
        if (dryRun)
            return Responses.Json(await plans.Of(edition, isFrozen, cancel));
        if (!isFrozen && (signIn.IsOn || request.Caller().SignedIn))
            throw new ApiException(
                403, "Two people publish",
                $"One asks, PUT /api/editions/{edition.Id.Slug}/publication, and another publishes, POST to the same address.");
        if (!isFrozen)
            edition = await FreezeConfirmed(edition, body.Confirmation, cancel);
        request.HttpContext.Response.Headers.Location = $"/api/editions/{edition.Id.Slug}";
        var view = EditionView.Of(edition, await desk.PublishedAt(edition.Id, cancel), null);
        await wakeUps.Send(new() { Editions = [edition.Id.Slug] });
        return Responses.PublicJson(view, StatusCodes.Status202Accepted);
    }

    // Whoever sends to many has seen what, and to how many (I12).
    private async Task<Edition> FreezeConfirmed(Edition edition, string? confirmation, CancellationToken cancel)
    {
        var recipients = await audience.Find(cancel);
        var what =
            $"Edition {edition.Id} would be published and mailed to {recipients.CountTold():N0} recipients, which cannot be taken back. "
            + "Nothing has been frozen or sent. ";
        const string How = "Look at the plan, POST /api/editions?dryRun=true with the same body, then send this request again with its "
            + "confirmation: \"confirmation\": \"<confirmation.token of the plan>\". It works for an hour.";
        return await confirmations.Check(confirmation, edition, recipients, cancel) switch
        {
            ConfirmationCheck.Valid => await desk.Freeze(edition, cancel),
            ConfirmationCheck.Missing => throw new ApiException(409, "To be confirmed", what + How),
            ConfirmationCheck.Expired => throw new ApiException(
                409, "The confirmation is too old", $"{what}The plan was made more than an hour ago. {How}"),
            ConfirmationCheck.OfAnotherPlan => throw new ApiException(
                409, "The confirmation is of another plan",
                $"{what}The register, the recipients, the day or the request are not those of the plan any more. {How}"),
        };
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

    private static (Edition Edition, bool IsFrozen) Prepared(EditionResult result) => result switch
    {
        EditionResult.Begun(var edition, var isFrozen) => (edition, isFrozen),
        EditionResult.Refused(var why) => throw EditionRefusals.Of(why),
        _ => throw new NotSupportedException(result.GetType().Name),
    };
}

/// <summary>A request for an edition as it is sent.</summary>
/// <param name="Edition">Its name, e.g. 2026/1; the present half-year's where absent.</param>
/// <param name="Reason">Why a revision takes the place of the edition before.</param>
/// <param name="Confirmation">The token of the plan: whoever publishes has seen it.</param>
public sealed record EditionBody(string? Edition = null, string? Reason = null, string? Confirmation = null);
