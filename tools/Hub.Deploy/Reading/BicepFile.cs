using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hub.Deploy.Reading;

/// <summary>What one Bicep file declares.</summary>
internal sealed partial record BicepFile
{
    public string Name { get; init; } = "";

    public string Text { get; init; } = "";

    public required IReadOnlyList<SyntaxError> Errors { get; init; }

    public required string TargetScope { get; init; }

    public required IReadOnlyList<Declaration> Params { get; init; }

    public required IReadOnlyList<Declaration> Variables { get; init; }

    public required IReadOnlyList<Declaration> Resources { get; init; }

    public required IReadOnlyList<Declaration> Modules { get; init; }

    public required IReadOnlyList<Declaration> Outputs { get; init; }

    public required IReadOnlyList<string> Uses { get; init; }

    /// <summary>What its metadata says it is.</summary>
    public string Description => Metadata().Match(Text).Groups[1].Value.Replace("\\'", "'", StringComparison.Ordinal);

    [GeneratedRegex(@"^metadata description = '((?:[^'\\]|\\.)*)'", RegexOptions.Multiline)]
    private static partial Regex Metadata();
}

/// <summary>Something that is no Bicep.</summary>
internal sealed record SyntaxError(int Line, string Text);

/// <summary>One declaration: a parameter, variable, resource, module or output. What does not apply is null.</summary>
internal sealed record Declaration
{
    public required string Symbol { get; init; }

    public required int Line { get; init; }

    public JsonObject Decorators { get; init; } = [];

    public string Type { get; init; } = "";

    public string? Version { get; init; }

    public string? Path { get; init; }

    public bool Existing { get; init; }

    public bool Optional { get; init; }

    public JsonNode? Value { get; init; }

    public JsonNode? Body { get; init; }

    public bool Secure => Decorators.ContainsKey("secure");

    public string? Description => (string?)Decorators["description"];
}
