using System.Globalization;
using Hub.Pages.Console.Editor.Fields;
using Hub.Pages.Texts;

namespace Hub.Pages.Console.Editor;

/// <summary>What the fields of the editor are called, by their names in its forms.</summary>
internal static class EditorNames
{
    /// <summary>What a field is called, with the number of its row; null where the editor has no such field.</summary>
    public static string? LabelOf(string name, Labels labels)
    {
        var (prefix, path) = name.Split('/', 2) is [var first, var rest] ? (first, rest) : ("", "");
        return Of(prefix, path, labels) is { } found ? string.Join(", ", found) : null;
    }

    private static IEnumerable<string>? Of(string prefix, string path, Labels labels) => prefix switch
    {
        EditorForm.Record => Of(RecordFields.All, path, labels),
        EditorForm.Law => Of(LawFields.All, path, labels),
        EditorForm.Change => EditorTask.All.Select(t => Of(t.Fields, path, labels)).FirstOrDefault(l => l is not null),
        EditorForm.Notice => Of(EditorForm.OfNotice, path, labels),
        _ => null,
    };

    private static IEnumerable<string>? Of(IReadOnlyList<EditorField> fields, string path, Labels labels)
    {
        if (fields.FirstOrDefault(f => f.Path == path) is { } field)
            return [field.LabelIn(labels)];
        var list = fields.FirstOrDefault(f => f.HasRows && path.StartsWith($"{f.Path}/", StringComparison.Ordinal));
        return list is not null && path[(list.Path.Length + 1)..].Split('/', 2) is [var row, var column]
            && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && Of(list.Row, column, labels) is { } inner
            ? inner.Prepend($"{list.LabelIn(labels)} {labels.Number(number + 1)}")
            : null;
    }
}
