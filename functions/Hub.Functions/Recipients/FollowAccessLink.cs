using Hub.Delivery.Editions;
using Hub.Delivery.Mail;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Intake.Submissions;
using Hub.Notices;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Recipients;

/// <summary>
/// The pages behind personal links. Reading one changes nothing, because scanners of mail follow links; only its button does.
/// </summary>
public sealed class FollowAccessLink(
    AccessLinkService links,
    AccessLinkPages pages,
    RecipientDirectory desk,
    IRegisterStore register,
    AccessLinkRenewal renewal,
    SelfConfirmation confirmation,
    HeldNotices held,
    PublishedEditions editions,
    IWakeUpSender wakeUps)
{
    /// <summary>GET /links/{token}.</summary>
    [Function("ShowLink")]
    [TokenAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "links/{token}")] HttpRequest request, string token,
        CancellationToken cancel) =>
        await Read(token, cancel) switch
        {
            (AccessLinkReading.Valid { Link.Purpose: AccessLinkPurpose.Preferences }, { } recipient) =>
                LinkPage.Of(request, pages.Preferences(recipient, (await desk.ChoiceOf(recipient.Id, cancel)).Preferences, saved: false)),
            (AccessLinkReading.Valid { Link: { Purpose: AccessLinkPurpose.Confirmation } link }, { } recipient)
                when await Record(link, cancel) is { } record && ConfirmableRecords.MayConfirm(recipient, record) =>
                LinkPage.Of(request, AccessLinkPages.Confirmation(recipient, record)),
            (AccessLinkReading.Valid { Link: { Purpose: AccessLinkPurpose.HeldNotice } link }, { } recipient)
                when await held.Show(link, recipient, cancel) is { } page => LinkPage.Of(request, page),
            (AccessLinkReading.Valid { Link: { Purpose: AccessLinkPurpose.Edition } link }, { } recipient)
                when await Edition(link, cancel) is { } edition => LinkPage.Of(request, AccessLinkPages.Edition(recipient, edition, token)),
            (AccessLinkReading.Expired, { } recipient) => LinkPage.Of(
                request,
                AccessLinkPages.Expired(recipient.Language),
                StatusCodes.Status410Gone),
            _ => LinkPage.Unknown(request),
        };

    /// <summary>GET /links/{token}/{name}: a file of the edition that the link opens.</summary>
    [Function("ShowLinkedFile")]
    [TokenAccess]
    public async Task<IActionResult> ShowFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "links/{token}/{name}")] HttpRequest request, string token, string name,
        CancellationToken cancel)
    {
        var (reading, recipient) = await Read(token, cancel);
        if (recipient is null || reading is not AccessLinkReading.Valid { Link: { Purpose: AccessLinkPurpose.Edition } link })
            return LinkPage.Unknown(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return EditionId.TryParse(link.Subject, out var edition)
            ? await editions.File(request, edition, name, cancel)
            : LinkPage.Unknown(request);
    }

    /// <summary>POST /links/{token}: the button of the page.</summary>
    [Function("FollowLink")]
    [TokenAccess]
    public async Task<IActionResult> Follow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "links/{token}")] HttpRequest request, string token,
        CancellationToken cancel) =>
        await Read(token, cancel) switch
        {
            (AccessLinkReading.Valid { Link.Purpose: AccessLinkPurpose.Preferences }, { } recipient) =>
                await Choose(request, recipient, cancel),
            (AccessLinkReading.Valid { Link: { Purpose: AccessLinkPurpose.Confirmation } link }, { } recipient)
                when await confirmation.Submit(link, recipient, await Record(link, cancel), cancel) is { } notice =>
                await Confirmed(request, recipient, notice),
            (AccessLinkReading.Valid { Link: { Purpose: AccessLinkPurpose.HeldNotice } link }, { } recipient)
                when await held.Confirm(link, recipient, cancel) is { } page => LinkPage.Of(request, page),
            (AccessLinkReading.Expired(var link), { } recipient) => await Renew(request, link, recipient, cancel),
            _ => LinkPage.Unknown(request),
        };

    private async Task<IActionResult> Confirmed(HttpRequest request, Recipient recipient, string notice)
    {
        await wakeUps.Send(new() { Notices = [notice] });
        return LinkPage.Of(request, AccessLinkPages.Confirmed(recipient.Language, NoticeReference.Of(notice) ?? notice));
    }

    private async Task<(AccessLinkReading Reading, Recipient? Recipient)> Read(string token, CancellationToken cancel)
    {
        var reading = await links.Read(token, cancel);
        var link = (reading as AccessLinkReading.Valid)?.Link ?? (reading as AccessLinkReading.Expired)?.Link;
        if (link is null || await desk.Find(link.Recipient, cancel) is not { } recipient)
            return (reading, null);
        // Whoever reads an address that was once the recipient's is not the recipient: a fresh link goes to the present one.
        return (await links.IsOf(link, recipient.Holder(), cancel) ? reading : new AccessLinkReading.Expired(link), recipient);
    }

    private async Task<Manifest?> Edition(AccessLink link, CancellationToken cancel) =>
        EditionId.TryParse(link.Subject, out var edition) ? await editions.Manifest(edition, cancel) : null;

    private async Task<Authority?> Record(AccessLink link, CancellationToken cancel) =>
        (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(link.Subject);

    private async Task<IActionResult> Choose(HttpRequest request, Recipient recipient, CancellationToken cancel)
    {
        var chosen = await PreferencesForm.Read(request);
        return LinkPage.Of(
            request,
            pages.Preferences(recipient, (await desk.Choose(recipient.Id, chosen, cancel)).Preferences, saved: true));
    }

    private async Task<IActionResult> Renew(HttpRequest request, AccessLink link, Recipient recipient, CancellationToken cancel)
    {
        await renewal.Renew(link, cancel);
        return LinkPage.Of(request, AccessLinkPages.Renewed(recipient.Language));
    }
}
