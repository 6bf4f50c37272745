using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Partners;

/// <summary>Partners as the Secretariat registers them: whom to write to, and who is no partner any more.</summary>
public sealed class PartnerRegistry(IPartnerStore partners, PartnerAccess access)
{
    /// <summary>
    /// PUT /api/partners/{name}: registers its contact; a partner whose access was withdrawn has it again, once it has a key.
    /// </summary>
    [Function("SavePartner")]
    [PersonAccess]
    public async Task<IActionResult> Save(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/partners/{name}")] HttpRequest request, string name,
        CancellationToken cancel)
    {
        // Its contact's address confirms where its events go.
        var body = await RequestBody.Read<PartnerBody>(request);
        var problems = new List<Problem>();
        if (body.Contact is { } contact)
            MailHeads.Check(contact.Address, "/contact/address", contact.Name, "/contact/name", problems);
        if (problems.Count > 0)
            throw new FormException(problems);
        var partner = await access.Register(name, body.Contact, cancel);
        request.Acted(ActionKind.PartnerSaved, name);
        return Responses.Json(partner);
    }

    /// <summary>GET /api/partners.</summary>
    [Function("ListPartners")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/partners")] HttpRequest request, CancellationToken cancel)
    {
        return Responses.Items(await partners.List(cancel));
    }

    /// <summary>
    /// DELETE /api/partners/{name}: withdraws its access. Nothing is sent to it any more, its keys are gone; what it missed stays due.
    /// </summary>
    [Function("RevokePartner")]
    [PersonAccess]
    public async Task<IActionResult> Revoke(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/partners/{name}")] HttpRequest request, string name,
        CancellationToken cancel)
    {
        var keys = await access.Withdraw(name, cancel);
        request.Acted(ActionKind.PartnerWithdrawn, name);
        return Responses.Json(new RevokedPartner(name, keys));
    }
}

/// <summary>A partner as it is sent.</summary>
/// <param name="Contact">Whom to write to.</param>
public sealed record PartnerBody(PartnerContact? Contact = null);
