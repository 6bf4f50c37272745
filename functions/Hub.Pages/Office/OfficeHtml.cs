using Hub.Notices.Recipients;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Fields;
using Hub.Pages.Site;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Office;

/// <summary>The pages of missions, ministries and authorities.</summary>
public static class OfficeHtml
{
    /// <summary>What is an office's own.</summary>
    public static string Office(Visit visit, OfficeView view, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<OfficePage>(
        visit, (nameof(OfficePage.View), view), (nameof(OfficePage.Problems), problems));

    /// <summary>A record as a whole.</summary>
    public static string Record(Visit visit, Authority record, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<OfficeRecordPage>(
        visit, (nameof(OfficeRecordPage.Record), record), (nameof(OfficeRecordPage.Problems), problems));

    /// <summary>A record or law to be changed, or a new law.</summary>
    public static string Change(Visit visit, EditorView view, string action, IReadOnlyList<FieldProblem> problems) =>
        SiteHtml.Html<OfficeChangePage>(
            visit, (nameof(OfficeChangePage.View), view), (nameof(OfficeChangePage.Action), action),
            (nameof(OfficeChangePage.Problems), problems));

    /// <summary>The laws of its State.</summary>
    public static string Laws(Visit visit, IReadOnlyList<Law> laws) =>
        SiteHtml.Html<OfficeLawsPage>(visit, (nameof(OfficeLawsPage.Laws), laws));

    /// <summary>One of them.</summary>
    public static string Law(Visit visit, OfficeLaw view, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<OfficeLawPage>(
        visit, (nameof(OfficeLawPage.View), view), (nameof(OfficeLawPage.Problems), problems));

    /// <summary>A notice.</summary>
    public static string Notice(Visit visit, OfficeNotice view, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<OfficeNoticePage>(
        visit, (nameof(OfficeNoticePage.View), view), (nameof(OfficeNoticePage.Problems), problems));

    /// <summary>What the office is told.</summary>
    public static string Preferences(Visit visit, MailPreferences chosen, IReadOnlyList<(StateCode Code, string Name)> states) =>
        SiteHtml.Html<OfficePreferencesPage>(
            visit, (nameof(OfficePreferencesPage.Chosen), chosen), (nameof(OfficePreferencesPage.States), states));
}
