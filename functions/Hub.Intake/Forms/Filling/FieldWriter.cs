using System.Buffers;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Intake.Forms.Filling;

/// <summary>Writes what a record holds into a field, so that <see cref="Reading.ValueParser"/> reads it as the same.</summary>
internal static class FieldWriter
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("\n,;،；、");

    /// <summary>The text of a field; null where the record has nothing for it.</summary>
    public static string? Text(FormField field, JsonObject form, Language language)
    {
        var node = At(form, field.Path);
        return field.Kind switch
        {
            FieldKind.Choice => Plain(node) is { } code ? Word(field, code, language) : null,
            FieldKind.YesNo => node is JsonValue yes && yes.TryGetValue<bool>(out var is_)
                ? FormTexts.Word(is_ ? "Answer.Yes" : "Answer.No", language) : null,
            FieldKind.Rank => Items(field, node).Select(i => Plain(i["rank"])).FirstOrDefault(),
            FieldKind.Hours => Lines(Items(field, node).Select(i => $"{Plain(i["from"])}-{Plain(i["to"])}")),
            FieldKind.Phones => Lines(Items(field, node).Select(i => Plain(i["number"]))),
            FieldKind.Emails => Lines(Items(field, node).Select(i => Plain(i["address"]))),
            FieldKind.Lines => Lines(Values(node)),
            FieldKind.Choices or FieldKind.Languages => Lines(Values(node).Select(v => Word(field, v!, language))),
            FieldKind.Tagged => Lines((node as JsonObject ?? []).Where(n => !Codes.TryParse<Language>(n.Key, out _))
                .Select(n => $"{n.Key}: {Plain(n.Value)}")),
            FieldKind.Channels => Lines(Items(field, node).Select(i => $"{Plain(i["kind"])}: {Plain(i["value"])}")),
            FieldKind.Links => Lines(Items(field, node).Select(i => $"{Plain(i["url"])} {Plain(i["title"])}".Trim())),
            _ => Plain(node),
        };
    }

    /// <summary>The word of a choice; its code where the word would be read as several, or there is none.</summary>
    public static string Word(FormField field, string code, Language language) =>
        field.Choices.FirstOrDefault(c => c.Code == code) is { } choice && FormTexts.Word(choice.Key, language) is { } word
        && (field.Kind == FieldKind.Choice || word.AsSpan().IndexOfAny(Separators) < 0) ? word : code;

    private static JsonNode? At(JsonNode node, string path) => path.Split('/').Where(p => p is not ("" or "-"))
        .Aggregate((JsonNode?)node, (at, name) => at is JsonObject members ? members[name] : null);

    private static IEnumerable<JsonObject> Items(FormField field, JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>()
        .Where(item => field.Fixed.All(f => Plain(item[f.Key]) == f.Value));

    private static IEnumerable<string?> Values(JsonNode? list) => (list as JsonArray ?? []).Select(Plain).Where(v => v is not null);

    private static string? Plain(JsonNode? node) => node is JsonValue ? node.ToString() : null;

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines);
}
