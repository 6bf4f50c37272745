using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads a settings file as Core Tools does: comments are allowed, the root is an object.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The root's members; none where there is no file.</summary>
    public static IReadOnlyList<JsonProperty> Read(string path)
    {
        if (!File.Exists(path))
            return [];
        try
        {
            return Members(JsonDocument.Parse(File.ReadAllText(path), Lenient).RootElement, path);
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{path}, line {e.LineNumber + 1}: this is not JSON. {e.Message}", e);
        }
    }

    /// <summary>The members of an object in the file.</summary>
    public static IReadOnlyList<JsonProperty> Members(JsonElement element, string where) => element.ValueKind == JsonValueKind.Object
        ? [.. element.EnumerateObject()]
        : throw new InvalidOperationException($"{where}: an object {{...}} is expected here, not {element.ValueKind}.");
}
