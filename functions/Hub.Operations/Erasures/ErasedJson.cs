using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Operations.Erasures;

/// <summary>JSON of strangers without what names a person, wherever in it that stands: values, and names of fields too.</summary>
internal static class ErasedJson
{
    private static readonly string[] Persons = ["contactPerson"];

    /// <summary>A copy without it.</summary>
    public static JsonNode? Without(JsonNode? node, PersonalTerms terms) => node switch
    {
        JsonObject members => Without(members, terms),
        JsonArray items => new JsonArray([.. items.Select(i => Without(i, terms))]),
        JsonValue value when terms.Matches(TextOf(value)) =>
            value.GetValueKind() == JsonValueKind.String ? terms.Without(TextOf(value)) : PersonalTerms.Erased,
        _ => node?.DeepClone(),
    };

    /// <summary>The same of an object.</summary>
    public static JsonObject Without(JsonObject members, PersonalTerms terms)
    {
        var left = new JsonObject();
        foreach (var (name, value) in members)
        {
            // What else is said of a person who is named is about that person too.
            if (Persons.Contains(name) && Names(value, terms))
                continue;
            var shown = terms.Without(name);
            while (left.ContainsKey(shown))
                shown += "'";
            left[shown] = Without(value, terms);
        }
        return left;
    }

    /// <summary>Whether anything in it names the person.</summary>
    public static bool Names(JsonNode? node, PersonalTerms terms) => node switch
    {
        JsonObject members => members.Any(m => terms.Matches(m.Key) || Names(m.Value, terms)),
        JsonArray items => items.Any(i => Names(i, terms)),
        JsonValue value => terms.Matches(TextOf(value)),
        _ => false,
    };

    private static string TextOf(JsonValue value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
}
