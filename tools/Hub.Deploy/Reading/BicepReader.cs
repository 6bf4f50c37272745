using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Testing;

namespace Hub.Deploy.Reading;

/// <summary>Asks tools/bicep what Bicep texts declare: one process for any number of them.</summary>
internal static class BicepReader
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Everything below infra/, by path from there.</summary>
    public static IReadOnlyDictionary<string, string> Infra { get; } = Directory
        .GetFiles(Repository.PathTo("infra"), "*.bicep", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Repository.PathTo("infra"), f).Replace('\\', '/'), File.ReadAllText);

    public static IReadOnlyDictionary<string, BicepFile> Read(IReadOnlyDictionary<string, string> texts)
    {
        using var node = Process.Start(new ProcessStartInfo("node", Repository.PathTo("tools", "bicep", "read.mjs"))
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEndAsync();
        try
        {
            node.StandardInput.Write(JsonSerializer.Serialize(texts));
            node.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it read: its error says why.
        }
        node.WaitForExit();
        if (node.ExitCode != 0)
            throw new InvalidOperationException(
                $"tools/bicep/read.mjs failed; ./hub test installs what it needs (npm ci --prefix tools/bicep). {error.Result}");
        var files = (JsonObject)JsonNode.Parse(output.Result)!;
        return files.ToDictionary(f => f.Key, f => f.Value.Deserialize<BicepFile>(Options)! with { Name = f.Key, Text = texts[f.Key] });
    }
}
