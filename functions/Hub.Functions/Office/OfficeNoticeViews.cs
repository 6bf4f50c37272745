using System.Text.Json.Nodes;
using Hub.Functions.Site;
using Hub.Notices;
using Hub.Notices.Flow;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Fields;
using Hub.Pages.Office;
using Hub.Register.Log;
using Hub.Register.Networks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Office;

/// <summary>Gathers what the page of a notice shows an office, and what that office can do about it.</summary>
public sealed class OfficeNoticeViews(
    SitePages pages, OfficeAccess own, NoticePreview preview, NetworkCatalog networks, IIdentifiers ids)
{
    /// <summary>The page.</summary>
    internal async Task<IActionResult> Page(
        HttpRequest request, Notice notice, string? reason, OfficeAnswer? answer, IReadOnlyList<FieldProblem> problems,
        CancellationToken cancel)
    {
        // What was withdrawn may be sent again: it is still there to read.
        var isOver = notice.Status is NoticeStatus.Committed or NoticeStatus.Rejected
            || notice is { Status: NoticeStatus.Closed, WithdrawnAt: null };
        var changes = isOver ? [] : await preview.Of(notice, cancel);
        var view = new OfficeNotice(
            notice, changes, networks, Confirmer(request, notice) is not null && notice.AwaitsOffice() && changes.Count > 0)
        {
            Reason = reason,
            Known = await own.Known(request, cancel),
            IsConfirmer = Confirmer(request, notice) is not null,
            Answer = answer ?? (await Questions(request, notice, cancel))?.Answer,
            MayWithdraw = OfficeAccess.Offices(request).Any(o => Withdrawals.May(notice, OfficeAccess.Sender(o))),
        };
        return await pages.Show(
            request, visit => OfficeHtml.Notice(visit, view, problems),
            problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    /// <summary>
    /// What is asked of the office, what the notice says as far as it may see that, and what it is about; null where nothing is asked.
    /// </summary>
    internal async Task<(OfficeAnswer Answer, JsonObject Shown, EditorSubject? About)?> Questions(
        HttpRequest request, Notice notice, CancellationToken cancel)
    {
        if (notice.Status != NoticeStatus.Query)
            return null;
        var records = await own.Records(request, Visits.Language(request), cancel);
        var change = (notice.Form["changes"] as JsonArray)?.FirstOrDefault() as JsonObject;
        var known = records.FirstOrDefault(r => r.Id == $"{change?["recordId"]}");
        var shown = (JsonObject)notice.Form.DeepClone();
        var language = Visits.Language(request);
        EditorSubject? about = known is not null
            ? known with { Secretariat = new() }
            : (await own.Laws(request, language, cancel)).FirstOrDefault(l => l.LawId == $"{change?["lawId"]}");
        var answer = OfficeAnswer.Of(shown, notice.Problems, about, records.Select(r => (r.Id, r.Name(language))));
        return (answer with { Key = ids.New() }, shown, about);
    }

    /// <summary>The office, of those that have signed in, that is asked whether its State stands by a notice.</summary>
    internal static Recipient? Confirmer(HttpRequest request, Notice notice) =>
        OfficeAccess.Offices(request).FirstOrDefault(o => o.MayConfirm(notice));
}
