using System.Text.Json.Nodes;
using Hub.Pages.Console.Editor;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Problems;

namespace Hub.Pages.Office;

/// <summary>Puts what is wrong with a form beside its fields, in the words that whoever sends notices is told.</summary>
public static class OfficeProblems
{
    /// <summary>The problems in words, each at its field where it has one.</summary>
    public static IReadOnlyList<FieldProblem> Of(IEnumerable<Problem> problems, EditorView view, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(problems, view.Values, labels);
    }

    /// <summary>The same beside fields that stand elsewhere.</summary>
    public static IReadOnlyList<FieldProblem> Of(IEnumerable<Problem> problems, EditorValues values, Labels labels) =>
        [.. problems.Select(p => new FieldProblem(EditorProblems.NameOf(p.Field, values), Said(p, labels))).Distinct()];

    /// <summary>What is wrong before the rules look at it.</summary>
    public static IEnumerable<FieldProblem> Before(EditorView view, JsonObject form, Labels labels) =>
        EditorProblems.Before(view, form, 0, labels)
            .Select(p => p.Field is null ? p with { Text = labels["Office.NotSet"] } : p);

    /// <summary>A problem in words.</summary>
    public static string Said(Problem problem, Labels labels)
    {
        var text = new ProblemWords(labels).Of(problem);
        return $"{text.Title} {text.Remedy}";
    }
}
