using Hub.Delivery.Editions;
using Hub.Delivery.Mail;
using Hub.Functions.Access;
using Hub.Functions.Editions;
using Hub.Intake.Submissions;
using Hub.Notices.AccessLinks;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Readers;

/// <summary>
/// The pages behind personal links. Reading one changes nothing, because scanners of mail follow links; only its button does.
/// </summary>
public sealed class FollowLinks(
    PersonalLinks links, LinkPages pages, ReaderDesk desk, IRegisterStore register, LinkRenewal renewal, SelfConfirmation confirmation,
    HeldNotices held, PublishedEditions editions, IWakeUpSender wakeUps)
{
    /// <summary>GET /links/{token}.</summary>
    [Function("ShowLink")]
    [TokenAccess]
    public async Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "links/{token}")] HttpRequest request, string token,
        CancellationToken cancel) =>
        await Read(token, cancel) switch
        {
            (LinkReading.Valid { Link.Purpose: LinkPurpose.Preferences }, { } reader) =>
                LinkPage.Of(request, pages.Preferences(reader, (await desk.ChoiceOf(reader.Id, cancel)).Preferences, saved: false)),
            (LinkReading.Valid { Link: { Purpose: LinkPurpose.Confirmation } link }, { } reader)
                when await Record(link, cancel) is { } record && ConfirmableRecords.MayConfirm(reader, record) =>
                LinkPage.Of(request, LinkPages.Confirmation(reader, record)),
            (LinkReading.Valid { Link: { Purpose: LinkPurpose.HeldNotice } link }, { } reader)
                when await held.Show(link, reader, cancel) is { } page => LinkPage.Of(request, page),
            (LinkReading.Valid { Link: { Purpose: LinkPurpose.Edition } link }, { } reader)
                when await Edition(link, cancel) is { } edition =>
                LinkPage.Of(request, LinkPages.Edition(reader, edition, token)),
            (LinkReading.Expired, { } reader) => LinkPage.Of(request, LinkPages.Expired(reader.Language), StatusCodes.Status410Gone),
            _ => LinkPage.Unknown(request),
        };

    /// <summary>GET /links/{token}/{name}: a file of the edition that the link opens.</summary>
    [Function("ShowLinkedFile")]
    [TokenAccess]
    public async Task<IActionResult> ShowFile(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "links/{token}/{name}")] HttpRequest request, string token, string name,
        CancellationToken cancel)
    {
        var (reading, reader) = await Read(token, cancel);
        if (reader is null || reading is not LinkReading.Valid { Link: { Purpose: LinkPurpose.Edition } link })
            return LinkPage.Unknown(request);
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        request.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        return EditionId.TryParse(link.Subject, out var edition) ? await editions.File(request, edition, name, cancel) : LinkPage.Unknown(request);
    }

    /// <summary>POST /links/{token}: the button of the page.</summary>
    [Function("FollowLink")]
    [TokenAccess]
    public async Task<IActionResult> Follow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "links/{token}")] HttpRequest request, string token,
        CancellationToken cancel) =>
        await Read(token, cancel) switch
        {
            (LinkReading.Valid { Link.Purpose: LinkPurpose.Preferences }, { } reader) =>
                await Choose(request, reader, cancel),
            (LinkReading.Valid { Link: { Purpose: LinkPurpose.Confirmation } link }, { } reader)
                when await confirmation.Submit(link, reader, await Record(link, cancel), cancel) is { } notice =>
                await Confirmed(request, reader, notice),
            (LinkReading.Valid { Link: { Purpose: LinkPurpose.HeldNotice } link }, { } reader)
                when await held.Confirm(link, reader, cancel) is { } page => LinkPage.Of(request, page),
            (LinkReading.Expired(var link), { } reader) => await Renew(request, link, reader, cancel),
            _ => LinkPage.Unknown(request),
        };

    private async Task<IActionResult> Confirmed(HttpRequest request, Reader reader, string notice)
    {
        await wakeUps.Send(new() { Notices = [notice] });
        return LinkPage.Of(request, LinkPages.Confirmed(reader.Language, notice));
    }

    private async Task<(LinkReading Reading, Reader? Reader)> Read(string token, CancellationToken cancel)
    {
        var reading = await links.Read(token, cancel);
        var link = (reading as LinkReading.Valid)?.Link ?? (reading as LinkReading.Expired)?.Link;
        if (link is null || await desk.Find(link.Reader, cancel) is not { } reader)
            return (reading, null);
        // Whoever reads an address that was once the reader's is not the reader: a fresh link goes to the present one.
        return (await links.IsOf(link, reader.Holder(), cancel) ? reading : new LinkReading.Expired(link), reader);
    }

    private async Task<Manifest?> Edition(PersonalLink link, CancellationToken cancel) =>
        EditionId.TryParse(link.Subject, out var edition) ? await editions.Manifest(edition, cancel) : null;

    private async Task<Authority?> Record(PersonalLink link, CancellationToken cancel) =>
        (await register.Read(TimeSpan.FromSeconds(1), cancel)).Authorities.GetValueOrDefault(link.Subject);

    private async Task<IActionResult> Choose(HttpRequest request, Reader reader, CancellationToken cancel)
    {
        var chosen = await PreferencesForm.Read(request);
        return LinkPage.Of(request, pages.Preferences(reader, (await desk.Choose(reader.Id, chosen, cancel)).Preferences, saved: true));
    }

    private async Task<IActionResult> Renew(HttpRequest request, PersonalLink link, Reader reader, CancellationToken cancel)
    {
        await renewal.Renew(link, cancel);
        return LinkPage.Of(request, LinkPages.Renewed(reader.Language));
    }
}
