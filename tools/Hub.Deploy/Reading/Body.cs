using System.Text.Json.Nodes;

namespace Hub.Deploy.Reading;

/// <summary>The body of a resource or module, with the loops that it stands in: the loop's variable and what it goes through.</summary>
internal sealed record Body(
    Template Template, BicepFile File, Declaration Declaration, JsonObject Content, IReadOnlyDictionary<string, JsonNode?> Loops)
{
    /// <summary>Where it stands, for a reader of the test's output.</summary>
    public string Place => $"{File.Name}:{Declaration.Line} {Declaration.Symbol}";

    /// <summary>The property at a path as it is written; null where there is none.</summary>
    public JsonNode? this[string path] => path.Split('/').Aggregate((JsonNode?)Content, (node, part) => node switch
    {
        JsonArray array when int.TryParse(part, out var i) => i < array.Count ? array[i] : null,
        JsonObject members => members[part],
        _ => null,
    });

    /// <summary>Every value that a property can come to; null among them stands for one that cannot be told.</summary>
    public IReadOnlyList<JsonNode?> Possible(string path)
    {
        IEnumerable<JsonNode?> values = [Content];
        foreach (var part in path.Split('/'))
            values = values.SelectMany(v => Values.Of(this, v)).Select(v => v is JsonObject members ? members[part] : null).ToList();
        return [.. values.SelectMany(v => Values.Of(this, v))];
    }

    /// <summary>Whether a property has one of some values, whatever the parameters are.</summary>
    public bool Is(string path, params object[] allowed) =>
        Possible(path) is { Count: > 0 } values
            && values.All(v => v is not null && allowed.Any(a => v.ToJsonString() == JsonValue.Create(a)!.ToJsonString()));

    /// <summary>The texts that a property can come to.</summary>
    public IEnumerable<string> Texts(string path) =>
        Possible(path).Select(v => v is JsonValue value && value.TryGetValue<string>(out var text) ? text : "?");

    /// <summary>The bodies in a declaration, through loops and conditions.</summary>
    public static IEnumerable<Body> Of(Template template, BicepFile file, Declaration declaration) =>
        Find(template, file, declaration, declaration.Body, new Dictionary<string, JsonNode?>());

    private static IEnumerable<Body> Find(
        Template template, BicepFile file, Declaration declaration, JsonNode? node, IReadOnlyDictionary<string, JsonNode?> loops)
    {
        if (node is not JsonObject members)
            return [];
        if (!members.ContainsKey("$"))
            return [new(template, file, declaration, members, loops)];
        var outside = new Body(template, file, declaration, [], loops);
        if (template.Chosen is not null && (string?)members["when"] is { } when && !Values.Holds(outside, when))
            return [];
        return from rounds in (string?)members["each"] is { } each ? Rounds(outside, each, members["in"]) : [loops]
               from part in members["parts"] as JsonArray ?? []
               from body in Find(template, file, declaration, part, rounds)
               select body;
    }

    // Where the parameters are chosen, each round of a loop is a body of its own; otherwise one body stands for all of them.
    private static IEnumerable<IReadOnlyDictionary<string, JsonNode?>> Rounds(Body outside, string each, JsonNode? list)
    {
        var names = each.Trim('(', ')').Split(',', StringSplitOptions.TrimEntries);
        if (outside.Template.Chosen is null)
            return [new Dictionary<string, JsonNode?>(outside.Loops) { [names[0]] = list }];
        return Values.Of(outside, list).OfType<JsonArray>().Single().Select((item, i) => Round(outside, names, item, i));
    }

    private static Dictionary<string, JsonNode?> Round(Body outside, string[] names, JsonNode? item, int index)
    {
        var loops = new Dictionary<string, JsonNode?>(outside.Loops) { [names[0]] = new JsonArray(item?.DeepClone()) };
        if (names.Length > 1)
            loops[names[1]] = new JsonArray(index);
        return loops;
    }
}
