using System.Text.Json.Nodes;

namespace Hub.Pages.Console.Editor.Fields;

/// <summary>Works out what changes: the RFC 7396 merge patch that makes one object of another.</summary>
internal static class PatchOf
{
    /// <summary>The patch; empty where nothing changes.</summary>
    public static JsonObject Difference(JsonObject before, JsonObject after)
    {
        var patch = new JsonObject();
        foreach (var (name, value) in after)
            if (!JsonNode.DeepEquals(before[name], value))
                patch[name] = (before[name], value) is (JsonObject old, JsonObject changed) ? Difference(old, changed) : value?.DeepClone();
        foreach (var (name, _) in before.Where(m => !after.ContainsKey(m.Key)))
            patch[name] = null;
        return patch;
    }
}
