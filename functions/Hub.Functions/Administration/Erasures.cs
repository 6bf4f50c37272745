using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Register.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Administration;

/// <summary>Takes a person's data, or those of one notice or mail, out of everything that the hub keeps (docs/privacy.md).</summary>
public sealed class Erasures(ErasureService service, IErasureStore erasures, ILogger<Erasures> log)
{
    private const int MostShown = 100;

    /// <summary>POST /api/erasures: with <c>dryRun=true</c> what would be changed; without it, that is ordered.</summary>
    [Function("AskForErasure")]
    [ReviewerAccess]
    public async Task<IActionResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/erasures")] HttpRequest request, CancellationToken cancel)
    {
        var by = request.Caller();
        var isDry = new QueryText(request).Only("dryRun").Flag("dryRun");
        var body = await RequestBody.Read<ErasureBody>(request);
        if (isDry)
            return Responses.Json(await Plan(body.Request(), by, cancel));
        return body.Confirmation is { Length: > 0 } confirmation
            ? Ordered(request, await service.Order(body.Request(), by, confirmation, cancel))
            : throw new ApiException(
                422, "Look at the plan first",
                "Ask with dryRun=true, and send its 'confirmation' along: what is erased cannot be brought back.");
    }

    /// <summary>GET /api/erasures: what was ordered, newest first.</summary>
    [Function("ListErasures")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/erasures")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.Items((await erasures.List(MostShown, cancel)).Select(View));
    }

    /// <summary>GET /api/erasures/{id}: how far it is.</summary>
    [Function("GetErasure")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/erasures/{id}")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var erasure = IsId(id) ? await erasures.Find(id, cancel) : null;
        return erasure is null
            ? throw new ApiException(404, "No such erasure", "GET /api/erasures lists them.")
            : Responses.Json(View(erasure));
    }

    private async Task<ErasurePlan> Plan(ErasureRequest asked, Caller by, CancellationToken cancel)
    {
        var (plan, why) = await service.Plan(asked, by, cancel);
        return plan ?? throw new ApiException(422, "This cannot be erased", why!);
    }

    private IActionResult Ordered(HttpRequest request, ErasureResult result)
    {
        switch (result)
        {
            case ErasureResult.Ordered(var erasure):
                log.LogInformation(
                    "Erasure {Erasure} of {Items} items was ordered by {Caller}.",
                    erasure.Id,
                    erasure.Items.Count,
                    erasure.By);
                request.HttpContext.Response.Headers.Location = $"/api/erasures/{erasure.Id}";
                return Responses.Json(View(erasure), StatusCodes.Status202Accepted);
            case ErasureResult.Refused(var why):
                throw new ApiException(422, "This cannot be erased", why);
            case ErasureResult.PlanChanged:
                throw new ApiException(
                    409, "The plan is another by now", "What would be changed is not what that confirmation was for: look at a new plan.");
            default:
                throw new NotSupportedException(result.GetType().Name);
        }
    }

    private static bool IsId(string id) => id.Length == 32 && id.All(char.IsAsciiHexDigit);

    // Whose data it is about is not shown again, not even while it is being done.
    private static JsonObject View(Erasure erasure) => (JsonObject)JsonSerializer.SerializeToNode(
        new
        {
            erasure.Id, erasure.By, erasure.OrderedAt, erasure.State, Done = erasure.Items.Count(i => i.IsDone), Of = erasure.Items.Count,
            erasure.IsSecondLook, Counts = erasure.Counts(), Waiting = erasure.Items.Where(i => i.Waits is not null), erasure.DoneAt,
        },
        HubJson.Options)!;
}

/// <summary>A request for an erasure as it is sent.</summary>
/// <param name="Names">The person's name, in all its spellings.</param>
/// <param name="Addresses">The person's e-mail addresses.</param>
/// <param name="Numbers">The person's telephone numbers.</param>
/// <param name="Notice">One notice, instead of a person.</param>
/// <param name="Mail">One mail, instead of a person.</param>
/// <param name="KeepFiles">Whether originals, documents and translations stay.</param>
/// <param name="Confirmation">What the plan gave.</param>
public sealed record ErasureBody(
    IReadOnlyList<string>? Names = null, IReadOnlyList<string>? Addresses = null, IReadOnlyList<string>? Numbers = null,
    string? Notice = null, string? Mail = null, bool KeepFiles = false, string? Confirmation = null)
{
    internal ErasureRequest Request() => new()
    {
        Names = Names ?? [], Addresses = Addresses ?? [], Numbers = Numbers ?? [], Notice = Notice, Mail = Mail, KeepFiles = KeepFiles,
    };
}
