using System.Globalization;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Access;
using Hub.Functions.Partners;
using Hub.Functions.Site;
using Hub.Notices.Access;
using Hub.Pages.Console.Fields;
using Hub.Pages.Portal;
using Hub.Pages.Portal.Frame;
using Hub.Pages.Portal.Integrity;
using Hub.Register.Log;
using Hub.Register.Log.Proofs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Portal;

/// <summary>Whether a partner holds what everybody holds, and its word that it does.</summary>
public sealed class IntegrityPages(
    SitePages pages, PortalEndpoints own, Receipts receipts, IReceiptStore kept, IRegisterStore register, LogTree tree)
{
    private const string Route = "partners/integrity";

    /// <summary>GET /partners/integrity.</summary>
    [Function("ShowPortalIntegrity")]
    [SitePage(CallerKind.Partner)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancel) =>
        Page(request, new(null, null, null), [], StatusCodes.Status200OK, cancel);

    /// <summary>POST /partners/integrity: a receipt.</summary>
    [Function("GivePortalReceipt")]
    [SitePage(CallerKind.Partner)]
    public async Task<IActionResult> Give(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var draft = new ReceiptDraft(form.Text("endpoint"), form.Text("sequence"), form.Text("hash"));
        var isNumber = long.TryParse(draft.Sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence);
        return await PortalProblems.Or(
            request,
            async () =>
            {
                await receipts.Confirm(request.Caller(), draft.Endpoint ?? "", new(isNumber ? sequence : 0, draft.Hash ?? ""), cancel);
                return SitePages.SeeOther(request, PortalAddress.Of(PortalSection.Integrity), "PORTAL_RECEIPT");
            },
            (problem, status) => Page(request, draft, [problem], status, cancel));
    }

    private async Task<IActionResult> Page(
        HttpRequest request, ReceiptDraft draft, IReadOnlyList<FieldProblem> problems, int status, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head;
        var digest = head.Sequence == 0 ? null : await tree.Digest(head.Sequence, cancel);
        var rows = await Task.WhenAll((await own.All(request, cancel)).Select(
            async e => new ReceiptRow(e.Id, e.Url, await kept.Find(e.Id, cancel))));
        var view = new IntegrityView(head.Sequence, head.Hash, digest?.Root, rows);
        return await pages.Show(request, visit => PortalHtml.Integrity(visit, view, draft, problems), status);
    }
}
