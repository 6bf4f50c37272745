using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Laws;

namespace Hub.Functions.Laws;

/// <summary>Laws as everybody gets them: flat, with whether the official address leads to them.</summary>
internal static class LawJson
{
    /// <summary>A law.</summary>
    public static JsonObject Of(Law law, IReadOnlyDictionary<string, LinkCheck> checks)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(law, HubJson.Public)!;
        json["link"] = JsonSerializer.SerializeToNode(LinkStanding.Of(law, checks.GetValueOrDefault(law.LawId)), HubJson.Public);
        return json;
    }

    /// <summary>Several.</summary>
    public static JsonArray Of(IEnumerable<Law> laws, IReadOnlyDictionary<string, LinkCheck> checks) => [.. laws.Select(l => Of(l, checks))];

    /// <summary>The bytes of a document.</summary>
    public static byte[] Write(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, HubJson.Public);

    /// <summary>What came of looking at addresses, by law.</summary>
    public static async Task<IReadOnlyDictionary<string, LinkCheck>> Checks(ILinkCheckStore links, CancellationToken cancel) =>
        (await links.List(cancel)).ToDictionary(c => c.LawId);
}
