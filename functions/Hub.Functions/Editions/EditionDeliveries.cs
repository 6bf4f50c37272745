using Hub.Delivery.Editions;
using Hub.Delivery.Mail;
using Hub.Functions.Access;
using Hub.Functions.Errors;
using Hub.Functions.Http;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Register.Log;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Editions;

/// <summary>What became of an edition's mails, and sending them again.</summary>
public sealed class EditionDeliveries(
    EditionService desk, MailDeliveries deliveries, RecipientDirectory recipients, Resends resends)
{
    /// <summary>
    /// GET /api/editions/{id}/deliveries?status=: what became of the mail to each of its recipients; the counts are of all.
    /// </summary>
    [Function("ListEditionDeliveries")]
    [Access(CallerKind.Secretariat)]
    public async Task<IActionResult> List(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/editions/{id}/deliveries")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var status = new QueryText(request).Only("status").Code<MailStatus>("status");
        var items = await deliveries.Of(await Sequence(id, cancel), cancel);
        int Count(MailStatus of) => items.Count(i => i.Status == of);
        return Responses.Json(new EditionDeliveryList(
            Count(MailStatus.Queued), Count(MailStatus.Sent), Count(MailStatus.Accepted), Count(MailStatus.Bounced),
            Count(MailStatus.GivenUp), [.. items.Where(i => status is null || i.Status == status)]));
    }

    /// <summary>POST /api/editions/{id}/deliveries/resend: again to everybody whose mail bounced or was given up.</summary>
    [Function("ResendFailedDeliveries")]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> ResendFailed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editions/{id}/deliveries/resend")] HttpRequest request, string id,
        CancellationToken cancel)
    {
        var sequence = await Sequence(id, cancel);
        var failed = (await deliveries.Of(sequence, cancel)).Where(d => d.HasFailed()).Select(d => d.Recipient).ToHashSet();
        return await Resend(request, id, [.. (await recipients.List(cancel)).Where(r => failed.Contains(r.Id))], sequence, cancel);
    }

    /// <summary>POST /api/editions/{id}/deliveries/{recipient}/resend: again to one recipient.</summary>
    [Function("ResendDelivery")]
    [Access(CallerKind.Secretariat, Roles = SecretariatRoles.Reviewer | SecretariatRoles.Editor)]
    public async Task<IActionResult> ResendOne(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/editions/{id}/deliveries/{recipient}/resend")] HttpRequest request,
        string id, string recipient, CancellationToken cancel)
    {
        var sequence = await Sequence(id, cancel);
        if ((await deliveries.Of(sequence, cancel)).FirstOrDefault(d => d.Recipient == recipient) is not { } delivery
            || await recipients.Find(recipient, cancel) is not { } known)
            throw new ApiException(404, "No such delivery", $"GET /api/editions/{id}/deliveries lists the recipients of this edition.");
        if (delivery is { Status: MailStatus.Queued })
            throw new ApiException(409, "Its mail is still to come", "It waits for its turn: nothing has to be sent again.");
        return await Resend(request, id, [known], sequence, cancel);
    }

    private async Task<IActionResult> Resend(
        HttpRequest request, string edition, IReadOnlyCollection<Recipient> to, long sequence, CancellationToken cancel)
    {
        var result = await resends.Ask(to, sequence, cancel);
        request.Acted(ActionKind.MailsResent, edition);
        return Responses.Json(result, StatusCodes.Status202Accepted);
    }

    private async Task<long> Sequence(string id, CancellationToken cancel) =>
        EditionId.TryParse(id, out var edition) && await desk.PublishedAt(edition, cancel) is { } sequence
            ? sequence
            : throw PublishedEditions.Unknown();
}

/// <summary>What became of an edition's mails.</summary>
/// <param name="Queued">How many are still to go out.</param>
/// <param name="Sent">How many went out.</param>
/// <param name="Accepted">How many arrived: something said so, or nothing came back for 48 hours.</param>
/// <param name="Bounced">How many came back.</param>
/// <param name="GivenUp">How many could not be sent.</param>
/// <param name="Items">Each recipient's.</param>
public sealed record EditionDeliveryList(int Queued, int Sent, int Accepted, int Bounced, int GivenUp, IReadOnlyList<MailDelivery> Items);
