using System.Text.Json.Nodes;

namespace Hub.Deploy.Bicep;

/// <summary>What the compiler made of a file.</summary>
/// <param name="Findings">What it and its linter have to say, errors and warnings.</param>
/// <param name="Template">The template as Azure Resource Manager takes it; null where there are errors.</param>
/// <param name="Parameters">The parameters by name, of a .bicepparam file.</param>
internal sealed record Compilation(IReadOnlyList<CompilerFinding> Findings, JsonObject? Template, JsonObject? Parameters)
{
    public static Compilation Of(JsonNode answer, string template) => new(
        [.. answer["diagnostics"]!.AsArray().Select(d => CompilerFinding.Of(d!))], Parsed(answer[template]),
        Parsed(answer["parameters"])?["parameters"]?.AsObject());

    private static JsonObject? Parsed(JsonNode? text) => text is null ? null : (JsonObject)JsonNode.Parse((string)text!)!;
}

/// <summary>An error or warning: where, the rule's or error's code, and in words.</summary>
internal sealed record CompilerFinding(string File, int Line, bool IsError, string Code, string Text)
{
    public static CompilerFinding Of(JsonNode finding) => new(
        (string)finding["source"]!, (int)finding["range"]!["start"]!["line"]! + 1, (string)finding["level"]! == "Error",
        (string)finding["code"]!, (string)finding["message"]!);

    public override string ToString() => $"{Path.GetFileName(File)}({Line}): {Code}: {Text}";
}
