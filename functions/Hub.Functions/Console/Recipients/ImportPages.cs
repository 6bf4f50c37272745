using System.Text;
using Hub.Functions.Access;
using Hub.Functions.Site;
using Hub.Intake.Forms.Reading;
using Hub.Notices.Access;
using Hub.Notices.Recipients;
using Hub.Pages;
using Hub.Pages.Console.Recipients;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Console.Recipients;

/// <summary>Takes tables of missions over, and gives them out.</summary>
public sealed class ImportPages(SitePages pages, SubscriberService subscribers, SubscriberImport import)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>GET /console/recipients/import.</summary>
    [Function("ShowImport")]
    [PageAccess(SecretariatRoles.Administrator)]
    public Task<IActionResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "console/recipients/import")] HttpRequest request) =>
        pages.Show(request, visit => RecipientHtml.Import(visit, null, []));

    /// <summary>GET /console/recipients/missions.csv: the missions as an import takes them.</summary>
    [Function("ExportMissions")]
    [PageAccess]
    public async Task<IActionResult> Export(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/recipients/missions.csv")] HttpRequest request,
        CancellationToken cancel) => ListQuery.Csv(RecipientHtml.Missions(await subscribers.List(cancel)), "missions");

    /// <summary>POST /console/recipients/import: shows what a table would change; does it, once that was seen.</summary>
    [Function("ImportMissions")]
    [PageAccess(SecretariatRoles.Administrator)]
    public async Task<IActionResult> Import(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "console/recipients/import")] HttpRequest request,
        CancellationToken cancel)
    {
        var form = await PostedForm.Of(request);
        var text = form.Files.Count > 0 ? await Text(form.Files[0], cancel) : form.Lines("table");
        if (text is not { Length: > 0 and <= ImportDraft.Longest })
            return await Refused(request, text is null ? "Recipients.Import.NoFile" : "Recipients.Import.TooLong");
        var rows = SeparatedText.Rows(text);
        if (rows.Count >= SeparatedText.MostLines)
            return await Refused(request, "Recipients.Import.TooLong");
        var all = await subscribers.List(cancel);
        if (import.Of(rows, all) is not { } lines)
            return await Refused(request, "Recipients.Import.NoHead");
        var draft = new ImportDraft(text, lines);
        if (form.Choice("step", "do") is null)
            return await pages.Show(request, visit => RecipientHtml.Import(visit, draft, []));
        // Sent twice, it is done already.
        if (draft.Count(ImportEffect.Added) + draft.Count(ImportEffect.Changed) == 0)
            return SitePages.SeeOther(request, "/console/recipients", "IMPORTED");
        if (draft.Mark != form.Text("mark"))
            return await pages.Show(
                request, visit => RecipientHtml.Import(visit, draft, [new(null, visit.Labels["Recipients.Import.Stood"])]),
                StatusCodes.Status409Conflict);
        var drafts = lines.Where(l => l.Effect is ImportEffect.Added or ImportEffect.Changed).Select(l => (l.Id, l.Draft!));
        var results = await subscribers.SaveAll(drafts, all, request.Caller().Person, cancel);
        if (results.Any(r => r is SubscriberResult.Saved))
            request.Acted(ActionKind.RecipientsImported, $"{results.Count(r => r is SubscriberResult.Saved)}");
        return results.Count(r => r is not SubscriberResult.Saved) is > 0 and var left
            ? await Left(request, new(text, import.Of(rows, await subscribers.List(cancel))!), left)
            : SitePages.SeeOther(request, "/console/recipients", "IMPORTED");
    }

    // What somebody else set at the same moment stays; the table says what it would do now.
    private Task<IActionResult> Left(HttpRequest request, ImportDraft draft, int left) => pages.Show(
        request,
        visit => RecipientHtml.Import(
            visit, draft, [new(null, visit.Labels.Say("Recipients.Import.Left", visit.Labels.Number(left)).ToText(false))]),
        StatusCodes.Status409Conflict);

    private Task<IActionResult> Refused(HttpRequest request, string why) => pages.Show(
        request, visit => RecipientHtml.Import(visit, null, [new("file", visit.Labels[why])]), StatusCodes.Status422UnprocessableEntity);

    // Null where it is empty or no text in UTF-8.
    private static async Task<string?> Text(IFormFile file, CancellationToken cancel)
    {
        if (file.Length is 0 or > ImportDraft.Longest)
            return file.Length == 0 ? null : new(' ', ImportDraft.Longest + 1);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, cancel);
        try
        {
            return Strict.GetString(copy.ToArray());
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
