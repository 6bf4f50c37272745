using Hub.Notices;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;
using Hub.Register.Problems;

namespace Hub.Pages.Console.Editor;

/// <summary>Puts what is wrong with a form beside the fields of the editor.</summary>
public static class EditorProblems
{
    /// <summary>The problems in words, each at its field where it has one.</summary>
    public static IReadOnlyList<FieldProblem> Of(IEnumerable<Problem> problems, EditorView view, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(view);
        return [.. problems.Select(p => new FieldProblem(NameOf(p.Field, view.Values), Text(p, view, labels))).Distinct()];
    }

    /// <summary>What is wrong with what stands in the editor, before the rules look at it.</summary>
    /// <param name="view">The editor.</param>
    /// <param name="form">The form that is made of it.</param>
    /// <param name="index">Which of its changes.</param>
    /// <param name="labels">The words of the page.</param>
    public static IEnumerable<FieldProblem> Before(EditorView view, System.Text.Json.Nodes.JsonObject form, int index, Labels labels)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(labels);
        var ticked = view.Values["pairs"].Split('\n');
        // Without any, all of them would end.
        if (view.Task is { Kind: Hub.Notices.NoticeKind.Withdrawal }
            && !EditorForm.Ending(view.Record).Any(p => ticked.Contains(EditorForm.CodeOf(p))))
            yield return new("pairs", labels["Edit.NoPairs"]);
        if (view.Task is { AmendsRecord: true } && EditorForm.ChangeOf(form, index)?["set"] is System.Text.Json.Nodes.JsonObject { Count: 0 })
            yield return new(null, labels["Edit.NotSet"]);
        var task = view.Task;
        foreach (var problem in RowProblems.Of(task?.About ?? [], task?.Prefix ?? EditorForm.Record, view.Values, labels))
            yield return problem;
        foreach (var problem in RowProblems.Of(task?.Fields ?? [], EditorForm.Change, view.Values, labels))
            yield return problem;
    }

    internal static string Text(Problem problem, EditorView view, Labels labels)
    {
        var words = new ProblemWords(labels, id => view.Records.FirstOrDefault(r => r.Id == id)?.Name(labels.Language), isForClerk: true);
        var text = words.Of(problem);
        return $"{text.Title} {text.Remedy}";
    }

    /// <summary>The name of the field that a place in a notice is; null where none is.</summary>
    internal static string? NameOf(string pointer, EditorValues values) => IntakeProblems.PlaceOf(pointer).Split('/') switch
    {
        ["", "state"] => "state",
        ["", "kind"] => "task",
        ["", "changes", _, "recordId" or "lawId" or "replaces"] => pointer.Split('/')[3],
        ["", "changes", _, "lastDay"] => EditorTask.Find(values["task"]) is { HasAuthority: true } ? "lastDay" : $"{EditorForm.Change}/lastDay",
        ["", "changes", _, "pairs", ..] => "pairs",
        ["", "changes", _, "set" or "authority" or "law", .. { Length: > 0 } rest] when EditorTask.Find(values["task"]) is { IsOfLaw: true } =>
            Nearest(LawFields.All, EditorForm.Law, rest, values),
        ["", "changes", _, "set" or "authority", .. { Length: > 0 } rest] => Nearest(RecordFields.All, EditorForm.Record, rest, values),
        ["", "changes", _, _, .. { Length: > 0 } rest] =>
            Nearest(EditorTask.Find(values["task"])?.Fields ?? [], EditorForm.Change, rest, values),
        ["", .. { Length: > 0 } rest] => Nearest(EditorForm.OfNotice, "notice", rest, values),
        _ => null,
    };

    private static string? Nearest(IReadOnlyList<EditorField> fields, string prefix, string[] place, EditorValues values)
    {
        var path = string.Join('/', place);
        var field = fields.Where(f => path == f.Path || path.StartsWith($"{f.Path}/", StringComparison.Ordinal)).MaxBy(f => f.Path.Length)
            ?? fields.FirstOrDefault(f => f.Path.StartsWith($"{path}/", StringComparison.Ordinal));
        if (field is null)
            return null;
        var name = $"{prefix}/{field.Path}";
        return field.HasRows ? InRows(field, name, path[Math.Min(path.Length, field.Path.Length)..].Trim('/').Split('/'), values) : name;
    }

    private static string InRows(EditorField field, string name, string[] place, EditorValues values)
    {
        var rows = values.Rows(name, field);
        var isMap = field.Kind == EditorKind.Map;
        var row = isMap ? rows.Where(r => values[$"{name}/{r}/{EditorField.Key}"] == place[0]).Select(r => (int?)r).FirstOrDefault()
            : int.TryParse(place[0], out var number) && rows.Contains(number) ? number : null;
        return row is not { } found ? name
            : isMap ? $"{name}/{found}/{EditorField.Value}"
            : Nearest(field.Row, $"{name}/{found}", place[1..], values) ?? $"{name}/{found}/{field.Row[0].Path}";
    }
}
