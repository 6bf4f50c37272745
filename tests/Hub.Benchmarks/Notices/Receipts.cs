using System.Globalization;
using System.Text.Json.Nodes;
using Hub.LocalProcesses;

namespace Hub.Benchmarks.Notices;

/// <summary>What the simulated partner received, and when.</summary>
internal static class Receipts
{
    private static readonly Uri All = new("control/hooks/bench/received", UriKind.Relative);

    /// <summary>Waits for the last of these commits, and returns how long after its commit each was received.</summary>
    public static async Task<Timings> Since(HttpClient partner, IReadOnlyDictionary<long, DateTimeOffset> commits)
    {
        JsonArray received = [];
        await Eventually.True(
            async () =>
            {
                received = (JsonArray)JsonNode.Parse(await partner.GetStringAsync(All))!;
                return received.Any(r => Sequence(r!) >= commits.Keys.Max());
            },
            "the webhooks arrive");
        var late = new Timings();
        foreach (var receipt in received.Where(r => commits.ContainsKey(Sequence(r!))))
            late.Add(Math.Max(0, (At(receipt!) - commits[Sequence(receipt!)]).TotalMilliseconds));
        return late;
    }

    private static long Sequence(JsonNode receipt) =>
        long.Parse(((string)receipt["id"]!).AsSpan("evt-".Length), CultureInfo.InvariantCulture);

    private static DateTimeOffset At(JsonNode receipt) =>
        DateTimeOffset.Parse((string)receipt["receivedAt"]!, CultureInfo.InvariantCulture);
}
