using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>Everybody who is to be told: missions by mail, partners by webhook.</summary>
internal static class Receivers
{
    public static IReadOnlyList<string> Missions { get; } = ["m1", "m2", "m3", "m4", "m5", "m6"];

    public static IReadOnlyList<string> Hooks { get; } = ["ejn", "wacap", "seajust"];

    private static readonly string[] Languages = ["en", "fr", "es", "ar", "ru", "zh"];

    public static async Task Subscribe(RunningHub hub)
    {
        foreach (var (mission, language) in Missions.Zip(Languages))
            (await hub.Secretariat.Put($"api/subscribers/{mission}", new JsonObject
            {
                ["state"] = "XAA", ["address"] = $"{mission}@mission.example", ["language"] = language, ["name"] = $"Mission {mission}",
            })).Expect(200);
        foreach (var hook in Hooks)
            await hub.Listen(hook, after: 0);
    }

    /// <summary>The last of them fails at random: before it has taken what came, and after.</summary>
    public static async Task Misbehave(RunningHub hub)
    {
        foreach (var (kind, seed) in new[] { ("fail", 1), ("failAfterDoing", 2) })
            (await hub.Partner.Post("control/faults", new JsonObject
            {
                ["kind"] = kind, ["match"] = $"POST /hooks/{Hooks[^1]}", ["probability"] = 0.08, ["seed"] = seed, ["status"] = 500,
            })).Expect(201);
    }
}
