using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hub.Register.Json;

namespace Hub.Register.Problems;

/// <summary>
/// Reads a JSON object into a form and finds everything wrong with its shape at once: unknown fields, wrong types, missing fields. What is
/// wrong is cut out, so that the rest can be read and checked for what it says.
/// </summary>
public sealed class FormParser(List<Problem> problems)
{
    /// <summary>More items of one list are cut off: nobody wrote them by hand, and each may be wrong in many ways.</summary>
    public const int MostItems = 500;

    // How many unknown fields there were; more of them than people read are only counted.
    private int _unknown;

    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>Reads an object; null where it lacks what it cannot do without. Fields that another form shares may be named.</summary>
    public T? Read<T>(JsonObject json, string pointer, IReadOnlySet<string>? alsoKnown = null) where T : class
    {
        var copy = (JsonObject)json.DeepClone();
        _unknown = 0;
        var isWhole = Object(copy, HubJson.Options.GetTypeInfo(typeof(T)), pointer, alsoKnown);
        if (_unknown > ProblemLists.Most)
            problems.Add(Problem.Refuse(ProblemCode.F08, pointer, $"{_unknown - ProblemLists.Most}"));
        return isWhole ? copy.Deserialize<T>(HubJson.Options) : null;
    }

    /// <summary>The names of the fields of a form.</summary>
    internal static HashSet<string> Fields<T>() => [.. HubJson.Options.GetTypeInfo(typeof(T)).Properties.Select(p => p.Name)];

    private bool Node(JsonNode node, Type type, string pointer, JsonConverter? converter = null)
    {
        var info = HubJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return (info.Kind, node) switch
        {
            _ when typeof(JsonNode).IsAssignableFrom(type) => node is JsonObject || Wrong(pointer, "an object { … }"),
            (JsonTypeInfoKind.Object, JsonObject members) => Object(members, info, pointer),
            (JsonTypeInfoKind.Enumerable, JsonArray items) => Items(items, info.ElementType!, pointer),
            (JsonTypeInfoKind.Dictionary, JsonObject members) => Values(members, info.ElementType!, pointer),
            (JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary, _) => Wrong(pointer, "an object { … }"),
            (JsonTypeInfoKind.Enumerable, _) => Wrong(pointer, "a list [ … ]"),
            (JsonTypeInfoKind.None, _) => Leaf(node, info.Type, pointer, converter),
            _ => throw new NotSupportedException($"A form cannot hold a {info.Type.Name}."),
        };
    }

    private bool Object(JsonObject members, JsonTypeInfo info, string pointer, IReadOnlySet<string>? alsoKnown = null)
    {
        var known = info.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal);
        var before = problems.Count;
        foreach (var (name, value) in members.ToList())
        {
            var place = $"{pointer}/{Escape(name)}";
            if (known.TryGetValue(name, out var property) && value is not null
                && Node(value, property.PropertyType, place, property.CustomConverter))
                continue;
            // What no field is, nobody reads.
            if (property is not null)
                members.Remove(name);
            else if (alsoKnown?.Contains(name) != true && ++_unknown <= ProblemLists.Most)
                problems.Add(UnknownField(place, name, known.Keys.Union(alsoKnown ?? new HashSet<string>())));
        }
        var missing = known.Values.Where(p => p.IsRequired && !members.ContainsKey(p.Name)).Select(p => $"{pointer}/{p.Name}").ToList();
        // A field that was there but wrong has its own problem already, found since this object was begun with.
        var own = problems[before..];
        problems.AddRange(missing.Where(m => own.TrueForAll(p => !p.IsAt(m))).Select(m => Problem.Refuse(ProblemCode.F04, m)));
        return missing.Count == 0;
    }

    private bool Items(JsonArray items, Type type, string pointer)
    {
        if (items.Count > MostItems)
        {
            problems.Add(Problem.Refuse(ProblemCode.F05, pointer, $"{items.Count}", $"{MostItems}"));
            items.RemoveRange(MostItems, items.Count - MostItems);
        }
        for (var i = items.Count - 1; i >= 0; i--)
            if (items[i] is { } item ? !Node(item, type, $"{pointer}/{i}") : !Wrong($"{pointer}/{i}", Expectations.Of(type)))
                items.RemoveAt(i);
        return true;
    }

    private bool Values(JsonObject members, Type type, string pointer)
    {
        if (members.Count > MostItems)
        {
            problems.Add(Problem.Refuse(ProblemCode.F05, pointer, $"{members.Count}", $"{MostItems}"));
            // From the last one: each further one before it would be moved.
            foreach (var name in members.Select(m => m.Key).Skip(MostItems).Reverse().ToList())
                members.Remove(name);
        }
        foreach (var (name, value) in members.ToList())
            if (value is null || !Node(value, type, $"{pointer}/{Escape(name)}"))
                members.Remove(name);
        return true;
    }

    private bool Leaf(JsonNode node, Type type, string pointer, JsonConverter? converter)
    {
        try
        {
            // The serializer would take "YES, NO" for the sum of both.
            if (type.IsEnum && node.Deserialize<string>()!.Contains(',', StringComparison.Ordinal))
                return Wrong(pointer, Expectations.Of(type));
            var value = node.Deserialize(type, converter is ClosingTimeConverter ? HubJson.Closing : HubJson.Options);
            // The ends of the calendar leave no day before or after to reckon with.
            return value is DateOnly { Year: < FirstYear or > LastYear }
                ? Wrong(pointer, $"{FirstYear}-01-01 … {LastYear}-12-31")
                : value is not null;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var given = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
            return Unreadable(pointer, type, given);
        }
    }

    // A date or a time that a person can read, but not in one way only, is a question to the sender, not a refusal.
    private bool Unreadable(string pointer, Type type, string given)
    {
        if (type == typeof(DateOnly) && Expectations.LooksLikeADate(given))
            problems.Add(Problem.Query(ProblemCode.V24, pointer, given));
        else if (type == typeof(TimeOnly) && given.Any(char.IsDigit))
            problems.Add(Problem.Query(ProblemCode.V12, pointer, given, Expectations.Of(type)));
        else
            Wrong(pointer, Expectations.Of(type));
        return false;
    }

    private bool Wrong(string pointer, string expected)
    {
        problems.Add(Problem.Refuse(ProblemCode.F03, pointer, expected));
        return false;
    }

    private static Problem UnknownField(string place, string name, IEnumerable<string> known) =>
        Problem.Refuse(ProblemCode.F02, place, name, Nearest.To(name, known) ?? string.Join(", ", known.Order(StringComparer.Ordinal)));

    /// <summary>Whether all of it can be read: no name twice in an object, no half of a character.</summary>
    public static bool IsReadable(JsonNode? node)
    {
        try
        {
            return node switch
            {
                JsonObject members => members.All(m => IsReadable(m.Value)),
                JsonArray items => items.All(IsReadable),
                JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>() is not null,
                _ => true,
            };
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A name as it stands in a pointer (RFC 6901 §3).</summary>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
