using System.Text.Json.Nodes;

namespace Hub.Register.Json;

/// <summary>RFC 7396 JSON Merge Patch.</summary>
public static class MergePatch
{
    /// <summary>The patch that makes one object of another; empty where nothing changes.</summary>
    public static JsonObject Difference(JsonObject before, JsonObject after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var patch = new JsonObject();
        foreach (var (name, value) in after)
            if (!JsonNode.DeepEquals(before[name], value))
                patch[name] = (before[name], value) is (JsonObject old, JsonObject changed) ? Difference(old, changed) : value?.DeepClone();
        foreach (var (name, _) in before.Where(m => !after.ContainsKey(m.Key)))
            patch[name] = null;
        return patch;
    }

    /// <summary>The target with the patch applied; neither is changed.</summary>
    public static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject members)
            return patch?.DeepClone();
        var result = target is JsonObject original ? (JsonObject)original.DeepClone() : [];
        foreach (var (name, value) in members)
        {
            if (value is null)
                result.Remove(name);
            else
                result[name] = Apply(result[name], value);
        }
        return result;
    }
}
