using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Fields;
using Hub.Pages.Site;

namespace Hub.Pages;

/// <summary>The pages of the editor of notices.</summary>
public static class EditorHtml
{
    /// <summary>A page of the editor.</summary>
    public static string Page(Visit visit, EditorView view, IReadOnlyList<FieldProblem> problems) => SiteHtml.Html<EditorPage>(
        visit, (nameof(EditorPage.View), view), (nameof(EditorPage.Problems), problems));
}
