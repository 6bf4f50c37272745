using Hub.Pages.Console.Fields;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>What is wrong with the rows of lists: what could not stand in a notice as it was typed.</summary>
internal static class RowProblems
{
    /// <summary>The most rows of a list.</summary>
    public const int Most = 200;

    /// <summary>What is wrong with the rows of some fields.</summary>
    public static IEnumerable<FieldProblem> Of(IEnumerable<EditorField> fields, string prefix, EditorValues values, Labels labels) =>
        fields.Where(f => f.HasRows).SelectMany(f => Of(f, $"{prefix}/{f.Path}", values, labels));

    private static IEnumerable<FieldProblem> Of(EditorField field, string name, EditorValues values, Labels labels)
    {
        var rows = values.Rows(name, field);
        var inner = rows.SelectMany(r => Of(field.Items, $"{name}/{r}", values, labels));
        var twice = field.Kind == EditorKind.Map ? Twice(rows.Select(r => $"{name}/{r}/{EditorField.Key}"), values, labels) : [];
        return rows.Count > Most ? [new(name, TooMany(field, rows.Count, labels))] : inner.Concat(twice);
    }

    private static string TooMany(EditorField field, int count, Labels labels) =>
        labels.Say("Edit.TooManyRows", field.LabelIn(labels), labels.Number(Most), labels.Number(count)).ToText(false);

    // Of two texts under one key, one would be lost without a word.
    private static IEnumerable<FieldProblem> Twice(IEnumerable<string> keys, EditorValues values, Labels labels) =>
        from same in keys.GroupBy(k => values[k])
        from second in same.Skip(1)
        select new FieldProblem(second, labels["Edit.Twice"]);
}
