using System.Text.Json.Nodes;
using Hub.Functions.Site;
using Hub.Pages;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Console.Editor;

/// <summary>The editor's pages one after the other, with everything that was typed kept on each.</summary>
public sealed class EditorPages(SitePages pages, EditorViews views)
{
    private static readonly string[] NoValues = ["step", "at"];

    /// <summary>The page with which the editor opens.</summary>
    internal async Task<IActionResult> Open(
        HttpRequest request, EditorSource source, EditorStep step, EditorValues values, CancellationToken cancel)
    {
        var language = Visits.Language(request);
        var view = await views.Of(source, step, values, language, cancel);
        if (step == EditorStep.Fields && view is { NeedsRecord: true, About: null })
            view = view with { Step = EditorStep.Which };
        return await Show(request, Begun(view, source));
    }

    /// <summary>A page of the editor.</summary>
    internal Task<IActionResult> Show(HttpRequest request, EditorView view, params IReadOnlyList<FieldProblem> problems) => pages.Show(
        request, visit => EditorHtml.Page(visit, view, problems),
        problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    /// <summary>The page that a form leads to, or, where it is to be sent and nothing is wrong with it, the form of the notice.</summary>
    internal async Task<(IActionResult? Page, EditorView View, JsonObject Form)> Turn(
        HttpRequest request, PostedForm posted, EditorSource source, CancellationToken cancel)
    {
        var labels = new Labels(Visits.Language(request));
        var step = EditorRows.Asked(posted) ?? "next";
        var at = Enum.TryParse<EditorStep>(posted.Text("at"), out var known) && Enum.IsDefined(known) ? known : EditorStep.What;
        var values = EditorForm.Numbered(EditorValues.Of(posted.Values.Where(v => !NoValues.Contains(v.Key))));
        var changed = EditorRows.Changed(values, step);
        var view = await views.Of(source, at, EditorForm.Numbered(changed ?? values), labels.Language, cancel);
        if (step == "start")
            return (await Show(request, view with { Step = EditorStep.What }), view, []);
        if (EditorAnswers.Missing(view, labels) is { Count: > 0 } missing)
            return (await Show(request, view with { Step = EditorStep.What }, missing), view, []);
        if (view.NeedsRecord && at == EditorStep.What)
            return (await Show(request, view with { Step = EditorStep.Which }), view, []);
        if (view is { NeedsRecord: true, About: null })
            return (await Show(request, view with { Step = EditorStep.Which }, NotChosen(view, labels)), view, []);
        var begun = Begun(view, source);
        // With an authority or law just chosen, its fields are shown as they are.
        if (at < EditorStep.Fields || step == "fields" || changed is not null || begun.Values != view.Values)
            return (await Show(request, begun with { Step = EditorStep.Fields }), begun, []);
        return await Tried(request, view, source, step, labels, cancel);
    }

    private async Task<(IActionResult?, EditorView, JsonObject)> Tried(
        HttpRequest request, EditorView view, EditorSource source, string step, Labels labels, CancellationToken cancel)
    {
        var (tried, form) = await views.Tried(view, source, cancel);
        var wrong = tried.Trial!.Problems.Where(p => source.Stops(p, withQuestions: step == "check"));
        List<FieldProblem> problems =
        [
            .. EditorProblems.Before(view, form, source.Index, labels), .. EditorProblems.Of(wrong, view, labels),
        ];
        if (problems.Count > 0)
            return (await Show(request, tried with { Step = EditorStep.Fields }, problems), tried, form);
        return step == "send" ? (null, tried, form) : (await Show(request, tried with { Step = EditorStep.Check }), tried, form);
    }

    private static EditorView Begun(EditorView view, EditorSource source) => view.HasTask
        ? view with { Values = EditorForm.Begun(view.Values, source.Form, source.Index, view.About) }
        : view;

    private static FieldProblem NotChosen(EditorView view, Labels labels) =>
        new(view.IdName, labels[view.IdName == "lawId" ? "Edit.NoLaw" : "Edit.NoRecord"]);
}
