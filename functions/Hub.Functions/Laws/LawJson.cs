using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Laws;

namespace Hub.Functions.Laws;

/// <summary>Laws as everybody gets them: flat, with whether the official address leads to them.</summary>
internal static class LawJson
{
    /// <summary>A law.</summary>
    public static JsonObject Of(Law law)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(law, HubJson.Public)!;
        json["link"] = JsonSerializer.SerializeToNode(LinkOf(law), HubJson.Public);
        return json;
    }

    /// <summary>Several.</summary>
    public static JsonArray Of(IEnumerable<Law> laws) => [.. laws.Select(Of)];

    /// <summary>The bytes of a document.</summary>
    public static byte[] Write(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, HubJson.Public);

    /// <summary>Whether its official address leads to a law; null where it has none.</summary>
    public static LinkCheck? LinkOf(Law law) => law.OfficialUrl is null ? null : LinkCheck.Unchecked;
}
