using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Inputs;

/// <summary>Finds records of the demo's own State.</summary>
internal static class Records
{
    /// <summary>The id of the record in force for a pair; null where there is none.</summary>
    public static async Task<string?> Holding(HubClient reader, string pair)
    {
        string? found = null;
        // A reader's snapshot may be a second old.
        await LocalProcesses.Eventually.True(async () => (found = await Find(reader, pair)) is not null, "", TimeSpan.FromSeconds(2))
            .ContinueWith(_ => { }, TaskScheduler.Default);
        return found;
    }

    private static async Task<string?> Find(HubClient reader, string pair)
    {
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var records = (await reader.Get($"api/authorities?state={Forms.State}&limit=500")).Required()["items"]!.AsArray();
        return (string?)records.FirstOrDefault(r => r!["designations"]!.AsArray().Any(d => Holds(d!, pair, today)))?["recordId"];
    }

    private static bool Holds(JsonNode designation, string pair, string today) =>
        $"{designation["instrument"]} {designation["article"]} {designation["matter"]}" == pair
        && ((string?)designation["effectiveTo"] is not { } to || string.CompareOrdinal(to, today) >= 0);
}
