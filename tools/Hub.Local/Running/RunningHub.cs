using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Running;

/// <summary>Whether a hub answers at an address.</summary>
internal static class RunningHub
{
    /// <summary>What its health page says; null where no hub answers.</summary>
    public static async Task<JsonNode?> Health(Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            var health = JsonNode.Parse(await http.GetStringAsync(new Uri(address, "healthz")));
            return health?["eventsBehind"] is null ? null : health;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException)
        {
            return null;
        }
    }
}
