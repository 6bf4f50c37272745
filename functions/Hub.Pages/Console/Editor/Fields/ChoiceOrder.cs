using System.Text.Json.Nodes;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>
/// Any of a few, in whichever order: a page sends them as they stand on it. What was there before keeps its order, so that nobody is told
/// of a change that nobody made.
/// </summary>
internal static class ChoiceOrder
{
    /// <summary>An object with the order of its choices as it was; what is new follows.</summary>
    /// <param name="json">The object, which is changed.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="before">Objects that had them before, the nearest first.</param>
    public static JsonObject Kept(JsonObject json, IReadOnlyList<EditorField> fields, params IReadOnlyList<JsonObject?> before)
    {
        foreach (var name in fields.Where(f => f.Kind == EditorKind.Choices).Select(f => f.Path))
            if (json[name] is JsonArray chosen && before.Select(b => b?[name]).OfType<JsonArray>().FirstOrDefault() is { } known)
                json[name] = Like(chosen, [.. known.Select(k => k?.ToJsonString())]);
        foreach (var rows in fields.Where(f => f.Kind == EditorKind.Rows))
            if (json[rows.Path] is JsonArray items)
                InRows(items, rows, [.. before.Select(b => b?[rows.Path]).OfType<JsonArray>().SelectMany(r => r).OfType<JsonObject>()]);
        return json;
    }

    // Rows come and go: of a row that chose the same, whichever it was, the order is kept.
    private static void InRows(JsonArray items, EditorField rows, List<JsonObject> before)
    {
        foreach (var item in items.OfType<JsonObject>())
            foreach (var name in rows.Items.Where(f => f.Kind == EditorKind.Choices).Select(f => f.Path))
                if (item[name] is JsonArray chosen
                    && before.Select(b => b[name]).OfType<JsonArray>().FirstOrDefault(b => Same(b, chosen)) is { } known)
                    item[name] = known.DeepClone();
    }

    private static bool Same(JsonArray one, JsonArray other) =>
        one.Select(n => $"{n}").Order(StringComparer.Ordinal).SequenceEqual(other.Select(n => $"{n}").Order(StringComparer.Ordinal));

    private static JsonArray Like(JsonArray chosen, List<string?> known) =>
    [
        .. chosen.OrderBy(c => known.IndexOf(c?.ToJsonString()) is >= 0 and var place ? place : known.Count).Select(c => c?.DeepClone()),
    ];
}
