using System.Text.Json.Nodes;

namespace Hub.Intake.Forms.Reading;

/// <summary>Puts values at their pointers (RFC 6901), and makes the objects and lists on the way there.</summary>
internal static class JsonPlace
{
    /// <summary>Puts a value; <c>-</c> in the pointer adds to a list. Answers the pointer under which it then is.</summary>
    public static string Put(JsonObject root, string pointer, JsonNode value)
    {
        var tokens = pointer.Split('/').Skip(1).ToList();
        JsonNode at = root;
        for (var i = 0; i < tokens.Count; i++)
        {
            tokens[i] = at is JsonArray list && tokens[i] == "-" ? $"{list.Count}" : tokens[i];
            var isLast = i + 1 == tokens.Count;
            at = Step(at, tokens[i], isLast ? value : IsIndex(tokens[i + 1]) ? new JsonArray() : new JsonObject(), isLast);
        }
        return $"/{string.Join('/', tokens)}";
    }

    private static JsonNode Step(JsonNode at, string token, JsonNode next, bool last)
    {
        if (at is JsonArray list)
        {
            var index = int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
            if (index < list.Count && !last)
                return list[index]!;
            list.Add(next);
            return next;
        }
        var members = (JsonObject)at;
        if (!last && members[token] is { } there)
            return there;
        members[token] = next;
        return next;
    }

    private static bool IsIndex(string token) => token == "-" || token.All(char.IsAsciiDigit);
}
