using System.Text.Json.Nodes;

namespace Hub.Register.Problems;

/// <summary>Finds texts that are longer than anything one would read in a directory.</summary>
public static class LongText
{
    /// <summary>Characters of one text at most.</summary>
    public const int Most = 10_000;

    // Extracts of a law are long: a law has a limit as a whole.
    private const string Law = "law";

    /// <summary>A refusal for every text of a JSON value that is too long.</summary>
    public static IEnumerable<Problem> Problems(JsonNode? node, string pointer) => node switch
    {
        JsonObject members => members.Where(m => m.Key != Law)
            .SelectMany(m => Problems(m.Value, $"{pointer}/{FormParser.Escape(m.Key)}")),
        JsonArray items => items.SelectMany((item, i) => Problems(item, $"{pointer}/{i}")),
        JsonValue value when value.TryGetValue<string>(out var text) && text.Length > Most =>
            [Problem.Refuse(ProblemCode.F05, pointer, $"{text.Length}", $"{Most}")],
        _ => [],
    };
}
