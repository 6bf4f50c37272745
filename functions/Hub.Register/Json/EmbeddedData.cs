using System.Text.Json.Nodes;

namespace Hub.Register.Json;

/// <summary>The data files that come with the hub.</summary>
internal static class EmbeddedData
{
    /// <summary>Reads one of the files in the folder Data.</summary>
    public static JsonNode Read(string file)
    {
        using var stream = typeof(EmbeddedData).Assembly.GetManifestResourceStream($"Hub.Register.Data.{file}")
            ?? throw new FileNotFoundException($"{file} is not among the hub's embedded data.");
        return JsonNode.Parse(stream)!;
    }
}
