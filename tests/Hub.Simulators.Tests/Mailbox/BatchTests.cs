using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class BatchTests
{
    [Fact]
    public async Task Each_request_of_a_batch_is_judged_alone()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("limits", new { messagesAMinute = 1 });

        var responses = await Batch(
            box, [Send("1"), Send("2"), Get("3"), new JsonObject { ["id"] = "4", ["method"] = "GET", ["url"] = "/me" }]);

        Assert.Equal([202, 429, 200, 501], responses.Select(r => r!["status"]!.GetValue<int>()));
        Assert.Equal("60", responses[1]!["headers"]!["Retry-After"]!.ToString());
        Assert.Equal("ApplicationThrottled", responses[1]!["body"]!["error"]!["code"]!.ToString());
        Assert.Single(await box.Sent());
    }

    [Fact]
    public async Task What_depends_on_a_failure_fails_with_424()
    {
        await using var box = await MailboxFixture.Start();
        var second = Send("2");
        second["dependsOn"] = new JsonArray("1");

        var responses = await Batch(box, [new JsonObject { ["id"] = "1", ["method"] = "GET", ["url"] = "/me" }, second]);

        Assert.Equal(424, responses[1]!["status"]!.GetValue<int>());
        Assert.Empty(await box.Sent());
    }

    [Fact]
    public async Task A_batch_of_21_is_refused()
    {
        await using var box = await MailboxFixture.Start();

        using var answer = await box.Http.PostAsJsonAsync(
            "/v1.0/$batch", new JsonObject { ["requests"] = new JsonArray([.. Enumerable.Range(1, 21).Select(i => Get($"{i}"))]) });

        Assert.Equal(400, (int)answer.StatusCode);
    }

    private static JsonObject Get(string id) =>
        new() { ["id"] = id, ["method"] = "GET", ["url"] = $"/users/{MailboxFixture.Sender}/messages?$top=1" };

    private static JsonObject Send(string id) => new()
    {
        ["id"] = id,
        ["method"] = "POST",
        ["url"] = $"/users/{MailboxFixture.Sender}/sendMail",
        ["headers"] = new JsonObject { ["Content-Type"] = "application/json" },
        ["body"] = JsonNode.Parse("""{"message":{"subject":"Hi","toRecipients":[{"emailAddress":{"address":"mission@state.example"}}]}}"""),
    };

    private static async Task<JsonArray> Batch(MailboxFixture box, JsonArray requests)
    {
        using var answer = await box.Http.PostAsJsonAsync("/v1.0/$batch", new JsonObject { ["requests"] = requests });
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!["responses"]!.AsArray();
    }
}
