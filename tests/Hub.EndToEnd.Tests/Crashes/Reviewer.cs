using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>A reviewer who decides whatever waits, and asks again when an answer got lost.</summary>
internal sealed class Reviewer(ApiClient client, params string[] statuses)
{
    private const int AtOnce = 3;

    public async Task Run(Func<bool> goOn)
    {
        while (goOn())
            foreach (var status in statuses)
                await Parallel.ForEachAsync(
                    await Waiting(client, status), new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                    async (id, _) => await Decide(id, status));
    }

    /// <summary>The notices that are in a status, of every State.</summary>
    public static async Task<IReadOnlyList<string>> Waiting(ApiClient client, string status) =>
        [.. (await client.Insist($"api/notices?status={status}&limit=40")).Expect(200).Json["items"]!.AsArray()
            .Select(n => n!["id"]!.ToString())];

    // Half of the questions are answered, the others are not; what the attackers sent is never approved.
    private async Task Decide(string id, string status)
    {
        var approve = !id.StartsWith(Workload.Attackers, StringComparison.Ordinal) && (status != "QUERY" || id[^1] % 2 == 0);
        var answer = await Send(id, new JsonObject { ["decision"] = approve ? "APPROVE" : "REJECT", ["reason"] = "asked by telephone" });
        if (answer is { Status: 409 } && answer.Json["records"] is JsonArray records)
            await Send(id, new JsonObject { ["decision"] = "APPROVE", ["reason"] = "seen", ["recordVersions"] = Present(records) });
    }

    // Anything but a second answer to a decision that was taken already would be a mistake of the hub's.
    private async Task<Answer> Send(string id, JsonObject decision)
    {
        var answer = await ApiClient.Insist(() => client.Post($"api/notices/{id}/decision", decision));
        Assert.True(answer.Status is 200 or 409, $"The decision on {id} was answered {answer.Status}: {answer.Text}");
        return answer;
    }

    private static JsonObject Present(JsonArray records) =>
        new(records.Select(r => KeyValuePair.Create(r!["recordId"]!.ToString(), r["present"]!["version"]?.DeepClone())));
}
