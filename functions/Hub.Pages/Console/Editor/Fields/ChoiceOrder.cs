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
    public static JsonObject Kept(JsonObject json, IEnumerable<EditorField> fields, params IReadOnlyList<JsonObject?> before)
    {
        foreach (var name in fields.Where(f => f.Kind == EditorKind.Choices).Select(f => f.Path))
            if (json[name] is JsonArray chosen && before.Select(b => b?[name]).OfType<JsonArray>().FirstOrDefault() is { } known)
                json[name] = Like(chosen, [.. known.Select(k => k?.ToJsonString())]);
        return json;
    }

    private static JsonArray Like(JsonArray chosen, List<string?> known) =>
    [
        .. chosen.OrderBy(c => known.IndexOf(c?.ToJsonString()) is >= 0 and var place ? place : known.Count).Select(c => c?.DeepClone()),
    ];
}
