using System.Globalization;
using Hub.Delivery.Editions;
using Hub.Pages.Console.Editions;
using Hub.Pages.Console.Fields;
using Hub.Pages.Rendering;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages;

/// <summary>The Secretariat's pages of editions.</summary>
public static class EditionHtml
{
    /// <summary>The editions.</summary>
    public static string List(Visit visit, EditionList list) => SiteHtml.Html<EditionsPage>(visit, (nameof(EditionsPage.List), list));

    /// <summary>The same as a table for programs.</summary>
    public static byte[] Csv(IEnumerable<EditionRow> rows) => CsvTable.Write(
        ["edition", "kind", "stage", "cutOff", "authorities", "files"],
        rows.Select(r => new[]
        {
            r.Id.ToString(), r.Id.Kind.Code(), r.Stage.Code(), r.CutOff.ToString("O", CultureInfo.InvariantCulture), $"{r.Authorities}", $"{r.Files}",
        }));

    /// <summary>Why an edition cannot be made.</summary>
    public static string Why(EditionRefusal refusal, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Say($"EditionObstacle.{refusal.Obstacle}", refusal.Edition.ToString()).ToText(false);
    }

    /// <summary>Which edition is to be planned.</summary>
    public static string New(Visit visit, EditionDraft draft, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<NewEditionPage>(
        visit, (nameof(NewEditionPage.Draft), draft), (nameof(NewEditionPage.Problems), problems));

    /// <summary>A plan.</summary>
    public static string Plan(Visit visit, EditionPlanning planning, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<PlanPage>(
        visit, (nameof(PlanPage.Planning), planning), (nameof(PlanPage.Problems), problems));

    /// <summary>The mail that somebody would get.</summary>
    public static string Mail(Visit visit, MailPreview preview) =>
        SiteHtml.Html<MailPreviewPage>(visit, (nameof(MailPreviewPage.Preview), preview));

    /// <summary>An edition that was begun.</summary>
    public static string Edition(Visit visit, EditionDetail detail, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<EditionPage>(
        visit, (nameof(EditionPage.Detail), detail), (nameof(EditionPage.Problems), problems));

    /// <summary>Mails that are about to be sent again.</summary>
    public static string Resend(Visit visit, ResendDraft draft, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<ResendPage>(
        visit, (nameof(ResendPage.Draft), draft), (nameof(ResendPage.Problems), problems));

    /// <summary>An edition that is about to be dropped.</summary>
    public static string Drop(Visit visit, EditionId edition, string? reason, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<DropPage>(
            visit, (nameof(DropPage.Edition), edition), (nameof(DropPage.Reason), reason), (nameof(DropPage.Problems), problems));
}
