using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.Testing;

namespace Hub.Deploy.Reading;

/// <summary>
/// What an expression can come to, followed through variables, parameters, loops, modules' outputs and JSON files. It knows as much of
/// Bicep as infra/ uses in values that rules ask for; null stands for what it cannot tell, and no rule takes that for right.
/// </summary>
internal static partial class Values
{
    // As long as names get: an environment's name has at most 20 characters, a unique string has 13.
    private const string LongestName = "abcdefghijklmnopqrst";
    private const string Unique = "abcdefghijklm";

    // As they are shown where only Azure could tell.
    private const string ShownToken = "<token>";
    private const string ShownGuid = "<guid>";

    /// <summary>What a resource's id comes to: the resource itself.</summary>
    public static string IdOf(BicepFile file, string symbol) => $"id:{file.Name}:{symbol}";

    /// <summary>What the identity of a resource comes to: the resource itself.</summary>
    public static string PrincipalOf(BicepFile file, string symbol) => $"principal:{file.Name}:{symbol}";

    /// <summary>Whether a condition holds; it must be one that can be told.</summary>
    public static bool Holds(Body at, string condition) =>
        OfText(at, condition.StartsWith('(') ? condition[1..^1] : condition) is [JsonValue value] && value.TryGetValue<bool>(out var holds)
            ? holds
            : throw new NotSupportedException($"{at.Place}: whether '{condition}' holds cannot be told.");

    public static IReadOnlyList<JsonNode?> Of(Body at, JsonNode? node) => node switch
    {
        JsonObject members when at.Template.Chosen is not null && Either(members) is ({ } when, { } parts) =>
            Of(at, parts[Holds(at, when) ? 0 : 1]),
        JsonObject members when members["parts"] is JsonArray parts => [.. parts.SelectMany(p => Of(at, p))],
        JsonObject members when (string?)members["$"] is { } text => OfText(at, text.Trim()),
        _ => [node],
    };

    // The condition of a ternary and what it may come to; not that of a resource.
    private static (string?, JsonArray?) Either(JsonObject members) =>
        ((string?)members["when"], members["parts"] as JsonArray is { Count: 2 } two ? two : null);

    private static IReadOnlyList<JsonNode?> OfText(Body at, string text)
    {
        if (text.StartsWith('\'') && text.EndsWith('\''))
            return OfInterpolation(at, text[1..^1]);
        if (JsonFile().Match(text) is { Success: true } json)
            return [JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", Path.GetFileName(json.Groups[1].Value))))];
        if (text.Contains("uniqueString(", StringComparison.Ordinal))
            return [at.Template.Chosen is null ? Unique : ShownToken];
        if (text.StartsWith("guid(", StringComparison.Ordinal))
            return [at.Template.Chosen is null ? null : ShownGuid];
        if (text == "environment().suffixes.storage")
            return ["core.windows.net"];
        if (text.StartsWith('!'))
            return Map<bool>(OfText(at, text[1..]), holds => !holds);
        if (Empty().Match(text) is { Success: true } empty)
            return Map<string>(OfText(at, empty.Groups[1].Value), t => t.Length == 0);
        if (Index().Match(text) is { Success: true } index)
            return Elements(at, index.Groups[1].Value, index.Groups[2].Value);
        if (Dotted().Match(text) is not { Success: true })
            return [null];
        var dot = text.LastIndexOf('.');
        return dot < 0 ? OfName(at, text) : Member(at, text[..dot], text[(dot + 1)..]);
    }

    private static IReadOnlyList<JsonNode?> Map<T>(IEnumerable<JsonNode?> values, Func<T, JsonNode?> to) =>
        [.. values.Select(v => v is JsonValue value && value.TryGetValue<T>(out var known) ? to(known) : null)];

    private static IReadOnlyList<JsonNode?> OfInterpolation(Body at, string text)
    {
        List<string> texts = [""];
        foreach (Match part in Part().Matches(text))
        {
            IReadOnlyList<string?> values = part.Groups[1].Success
                ? [.. OfText(at, part.Groups[1].Value).Select(v => v?.ToString())]
                : [part.Value];
            if (values.Contains(null))
                return [null];
            texts = [.. texts.SelectMany(t => values.Select(v => t + v))];
        }
        return [.. texts.Select(t => (JsonNode?)t)];
    }

    private static IReadOnlyList<JsonNode?> OfName(Body at, string name)
    {
        if (at.Loops.TryGetValue(name, out var list))
            return [.. Of(at, list).SelectMany(v => v is JsonArray items ? items.SelectMany(i => Of(at, i)) : [null])];
        if (at.File.Variables.FirstOrDefault(v => v.Symbol == name) is { } variable)
            return Of(at, variable.Value);
        return at.File.Params.FirstOrDefault(p => p.Symbol == name) is { } parameter ? OfParameter(at, parameter) : [null];
    }

    private static IReadOnlyList<JsonNode?> OfParameter(Body at, Declaration parameter)
    {
        if (at.Template.Chosen is { } chosen && at.File.Name == Template.MainName)
            return [chosen.TryGetValue(parameter.Symbol, out var value) ? value : parameter.Value];
        if (parameter.Symbol == "environmentName")
            return [LongestName];
        var given = Given(at, parameter);
        return parameter.Decorators["allowed"] is JsonArray allowed && (given.Count == 0 || given.Contains(null)) ? [.. allowed]
            : given.Count > 0 ? given
            : [parameter.Optional ? parameter.Value : null];
    }

    /// <summary>What the modules that use a file give for one of its parameters.</summary>
    public static IReadOnlyList<JsonNode?> Given(Body at, Declaration parameter) => [.. at.Template.Callers(at.File).SelectMany(c =>
        c[$"params/{parameter.Symbol}"] is { } given ? Of(c, given) : [parameter.Value])];

    private static IReadOnlyList<JsonNode?> Member(Body at, string of, string name)
    {
        var output = of.EndsWith(".outputs", StringComparison.Ordinal)
            ? at.File.Modules.FirstOrDefault(m => m.Symbol == of[..^".outputs".Length])
            : null;
        if (output is not null)
            return Output(at, output, name);
        if (name == "principalId" && at.File.Resources.FirstOrDefault(r => r.Symbol == of.Split('.')[0]) is { } bearer)
            return [PrincipalOf(at.File, bearer.Symbol)];
        if (at.File.Resources.FirstOrDefault(r => r.Symbol == of) is not { } resource)
            return [.. OfText(at, of).Select(v => v is JsonObject members ? members[name] : null).SelectMany(v => Of(at, v))];
        return name switch
        {
            "id" => [IdOf(at.File, of)],
            "name" => [.. Body.Of(at.Template, at.File, resource).SelectMany(b => b.Possible("name"))],
            _ => [null],
        };
    }

    private static IReadOnlyList<JsonNode?> Output(Body at, Declaration module, string name)
    {
        var file = at.Template.Target(at.File, module.Path!);
        return file?.Outputs.FirstOrDefault(o => o.Symbol == name) is { } output ? Of(at with { File = file }, output.Value) : [null];
    }

    private static IReadOnlyList<JsonNode?> Elements(Body at, string of, string key)
    {
        var keys = key.StartsWith('\'') ? [key.Trim('\'')] : OfText(at, key).Select(k => k?.ToString());
        return [.. from members in OfText(at, of) from k in keys select members is JsonObject o && k is not null ? o[k] : null];
    }

    [GeneratedRegex(@"^loadJsonContent\('([^']+)'\)$")]
    private static partial Regex JsonFile();

    [GeneratedRegex(@"^(.+)\[('[^']*'|\w+)\]$")]
    private static partial Regex Index();

    [GeneratedRegex(@"^empty\((\w+)\)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^[\w.]+$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"\$\{([^}]+)\}|[^$]+|\$")]
    private static partial Regex Part();
}
