using Hub.Delivery.Editions.Publishing;
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

/// <summary>Publishing by two people: one asks, another publishes.</summary>
public sealed class Publications(TwoPersonPublishing publishing, IWakeUpSender wakeUps)
{
    private const int LongestReason = 1000;

    /// <summary>GET /api/editions/{id}/publication: the request that waits for a second person.</summary>
    [Function("GetPublicationRequest")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions/{id}/publication")] HttpRequest request, string id,
        CancellationToken cancel) =>
        Responses.Json(PublicationView.Of(await publishing.Open(Name(id), cancel) ?? throw Refused(new(PublicationRefusal.NobodyAsks))));

    /// <summary>PUT /api/editions/{id}/publication: asks for a second person, with the confirmation of the plan.</summary>
    [Function("AskForPublication")]
    [ReviewerAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/editions/{id}/publication")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (caller, body) = (request.Caller(), await RequestBody.Read<PublicationRequestBody>(request));
        if (body.Reason?.Trim() is not { Length: > 0 and <= LongestReason } reason)
            throw new ApiException(422, "Why?", $"'reason' tells the second person why it is time, in 1 to {LongestReason} characters.");
        return Response(await publishing.Ask(new(Name(id), body.Replaces), caller.Person, reason, body.Confirmation, cancel));
    }

    /// <summary>DELETE /api/editions/{id}/publication: whoever asked takes it back.</summary>
    [Function("TakeBackPublication")]
    [ReviewerAccess(SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> TakeBack(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/editions/{id}/publication")] HttpRequest request, string id,
        CancellationToken cancel) =>
        Response(await publishing.TakeBack(Name(id), request.Caller().Person, cancel));

    /// <summary>POST /api/editions/{id}/publication: 202 once the second person has it frozen.</summary>
    [Function("PublishAsSecond")]
    [ReviewerAccess]
    public async Task<IActionResult> Publish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editions/{id}/publication")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var (caller, body) = (request.Caller(), await RequestBody.Read<PublicationBody>(request));
        var result = await publishing.Publish(Name(id), caller.Person, body.Name, body.Confirmation, cancel);
        if (result is PublicationResult.Frozen(var edition))
            await wakeUps.Send(new() { Editions = [edition.Id.Slug] });
        return Response(result);
    }

    private static IActionResult Response(PublicationResult result) => result switch
    {
        PublicationResult.Asked(var asked) => Responses.Json(PublicationView.Of(asked)),
        PublicationResult.TakenBack(var back) => Responses.Json(PublicationView.Of(back)),
        PublicationResult.Frozen(var edition) =>
            Responses.PublicJson(EditionView.Of(edition, null, null), StatusCodes.Status202Accepted),
        PublicationResult.Refused refused => throw Refused(refused),
        _ => throw new NotSupportedException(result.GetType().Name),
    };

    private static ApiException Refused(PublicationResult.Refused refused)
    {
        const string Plan = "Look at the plan, POST /api/editions?dryRun=true, and send its confirmation.token as 'confirmation'.";
        var (status, title, detail) = refused.Why switch
        {
            PublicationRefusal.CannotBeMade => (409, "This edition cannot be made", EditionRefusals.Text(refused.Edition!)),
            PublicationRefusal.AlreadyFrozen => (409, "Too late", "It is frozen, and goes out."),
            PublicationRefusal.AskedByAnother =>
                (409, "Asked for already", $"{refused.Person} has asked: publish it as the second person."),
            PublicationRefusal.NobodyAsks => (404, "Nobody asks", "Nobody asks to publish this edition: it was taken back, or is too old."),
            PublicationRefusal.SamePerson => (403, "A second person", "Whoever asked is not the second person: another one publishes."),
            PublicationRefusal.NotTheirs => (403, "Not yours", "Only whoever asked takes it back."),
            PublicationRefusal.OtherName => (422, "Another name", "'name' is the edition's own, typed once more: 2026/1."),
            PublicationRefusal.NoPlan => (409, "To be confirmed", Plan),
            PublicationRefusal.OldPlan => (409, "The confirmation is too old", Plan),
            PublicationRefusal.OtherPlan => (409, "The confirmation is of another plan", Plan),
        };
        return new(status, title, detail);
    }

    private static EditionId Name(string id) => EditionId.TryParse(id, out var edition) ? edition : throw PublishedEditions.Unknown();
}

/// <summary>A request for a second person as it is sent.</summary>
/// <param name="Reason">Why it is time, for the second person.</param>
/// <param name="Replaces">Why a revision takes the place of the edition before; of revisions only.</param>
/// <param name="Confirmation">The token of the plan.</param>
public sealed record PublicationRequestBody(string? Reason = null, string? Replaces = null, string? Confirmation = null);

/// <summary>What the second person sends.</summary>
/// <param name="Name">The edition's name, typed once more.</param>
/// <param name="Confirmation">The token of the plan that this person has seen.</param>
public sealed record PublicationBody(string? Name = null, string? Confirmation = null);

/// <summary>A request for a second person as the API shows it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="By">Who asks.</param>
/// <param name="AskedAt">When, UTC.</param>
/// <param name="ExpiresAt">It counts until then, UTC.</param>
/// <param name="Reason">Why.</param>
/// <param name="Replaces">Why a revision takes the place of the edition before.</param>
/// <param name="Sequence">The last event of the log that the edition took in as that person saw it.</param>
/// <param name="TakenBackAt">When it was taken back, UTC.</param>
public sealed record PublicationView(
    EditionId Edition, string By, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, string Reason, string? Replaces, long Sequence,
    DateTimeOffset? TakenBackAt)
{
    /// <summary>The view of a request.</summary>
    public static PublicationView Of(PublicationRequest request) => new(
        request.Edition, request.By, request.AskedAt, request.ExpiresAt, request.Reason, request.Replaces, request.Sequence,
        request.TakenBackAt);
}
