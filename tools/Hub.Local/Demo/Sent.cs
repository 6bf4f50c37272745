using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo;

/// <summary>A notice that was sent, and how it was answered.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Clock">Runs since it was sent.</param>
/// <param name="View">The notice after routing, where it was accepted.</param>
internal sealed record Sent(HubResponse Answer, Stopwatch Clock, JsonNode? View)
{
    public string Id => (string?)View?["id"] ?? "";

    public string Status => (string?)View?["status"] ?? "";

    public IReadOnlyList<JsonNode> Problems => [.. ((View ?? Answer.Body)?["problems"] as JsonArray ?? []).Select(p => p!)];
}
