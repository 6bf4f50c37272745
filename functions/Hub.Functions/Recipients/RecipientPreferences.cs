using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Recipients;

/// <summary>What recipients of mails want to be told, and how often.</summary>
public sealed class RecipientPreferences(RecipientDirectory desk, StateCatalog states)
{
    /// <summary>GET /api/recipients/{id}/preferences.</summary>
    [Function("ReadPreferences")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> Read(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/recipients/{id}/preferences")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        return Responses.Json(PreferencesView.Of(await desk.ChoiceOf((await Known(id, cancel)).Id, cancel)));
    }

    /// <summary>PUT /api/recipients/{id}/preferences.</summary>
    [Function("SavePreferences")]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/recipients/{id}/preferences")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var body = await RequestBody.Read<PreferencesBody>(request);
        if ((body.States ?? []).Where(s => !states.Contains(s)).Select(s => s.Value).FirstOrDefault() is { } unknown)
            throw new ApiException(422, "The preferences cannot be kept", $"There is no State {unknown}.");
        var preferences = new MailPreferences(body.Cadence, [.. (body.States ?? []).Distinct()], [.. (body.Matters ?? []).Distinct()]);
        var kept = await desk.Choose((await Known(id, cancel)).Id, preferences, cancel);
        request.Acted(ActionKind.PreferencesSaved, id);
        return Responses.Json(PreferencesView.Of(kept));
    }

    /// <summary>DELETE /api/recipients/{id}/links: every link that was sent to it opens nothing any more.</summary>
    [Function("EndLinks")]
    [PersonAccess]
    public async Task<IActionResult> EndLinks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/recipients/{id}/links")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        await desk.EndLinks((await Known(id, cancel)).Id, cancel);
        request.Acted(ActionKind.LinksEnded, id);
        return new NoContentResult();
    }

    private async Task<Recipient> Known(string id, CancellationToken cancel) => await desk.Find(id, cancel) ?? throw new ApiException(
        404, "No such recipient",
        "A recipient is a mission of GET /api/subscribers, or authority-{record id} of a designated authority with an address.");
}

/// <summary>Preferences as they are sent.</summary>
/// <param name="Cadence">How often.</param>
/// <param name="States">Of these States only; empty or absent for all.</param>
/// <param name="Matters">Of these matters only; empty or absent for all.</param>
public sealed record PreferencesBody(Cadence Cadence, IReadOnlyList<StateCode>? States = null, IReadOnlyList<Matter>? Matters = null);
