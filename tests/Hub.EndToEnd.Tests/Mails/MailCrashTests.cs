using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Mails;

/// <summary>I1 and I4 for mails that come in: whatever ends when, each becomes one notice and is acknowledged once.</summary>
public sealed class MailCrashTests : IAsyncLifetime
{
    private const string Graph = "/v1.0/users/*/";
    private RunningHub? _hub;

    private RunningHub Hub => _hub!;

    public async Task InitializeAsync() =>
        _hub = await RunningHub.Start(new LocalHubOptions { Speed = 600, LeaseSeconds = 3, LockSeconds = 3 });

    public Task DisposeAsync() => _hub?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    [Fact]
    public async Task Each_mail_becomes_one_notice_and_is_acknowledged_once_though_the_functions_are_killed_and_the_mailbox_misbehaves()
    {
        var mission = await Hub.Mission("GHA");
        // Each step of a mail's way is done and not answered once, or throttled.
        foreach (var fault in Faults)
            (await Hub.Mailbox.Post("control/faults", SampleNotices.Object(fault))).Expect(201);

        await Send(mission, 0, 6);
        await KillOnce("a mail is kept", async () => (await Hub.Mails()).Count > 1);
        await Send(mission, 6, 6);
        await KillOnce("an answer has gone", async () => (await Hub.Answers(mission)).Count > 1);

        await EachOnce(mission, 12);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Each_mail_becomes_one_notice_and_is_acknowledged_once_through_ten_kills_at_moments_that_chance_decides()
    {
        const int Kills = 10;
        var (mission, random) = (await Hub.Mission("GHA"), new Random(20261125));
        for (var kill = 0; kill < Kills; kill++)
        {
            await Send(mission, kill * 5, 5);
            (await Hub.Mailbox.Post("control/faults", SampleNotices.Object(Faults[kill % Faults.Length]))).Expect(201);
            // The moment is what is tested, and nothing is waited for.
            await Task.Delay(random.Next(50, 1500));
            await Hub.Local.Functions.Kill();
            await Hub.Local.Functions.Start();
        }

        await EachOnce(mission, Kills * 5);
    }

    [Fact]
    public async Task A_list_of_changes_that_the_mailbox_has_lost_is_read_anew_and_makes_nothing_twice()
    {
        var mission = await Hub.Mission("GHA");
        await Send(mission, 0, 2);
        await EachOnce(mission, 2);

        (await Hub.Mailbox.Post("control/faults", SampleNotices.Object(
            $$"""{ "kind": "fail", "status": 410, "match": "GET {{Graph}}mailFolders/inbox/messages/**", "count": 2 }"""))).Expect(201);
        await Send(mission, 2, 2);

        await EachOnce(mission, 4);
    }

    private static string[] Faults =>
    [
        $$"""{ "kind": "failAfterDoing", "status": 0, "match": "POST {{Graph}}messages/*/send" }""",
        $$"""{ "kind": "failAfterDoing", "status": 504, "match": "POST {{Graph}}messages/*/createReply" }""",
        $$"""{ "kind": "failAfterDoing", "status": 0, "match": "PATCH {{Graph}}messages/*" }""",
        $$"""{ "kind": "failAfterDoing", "status": 0, "match": "POST {{Graph}}messages/*/move" }""",
        $$"""{ "kind": "throttle", "retryAfter": 1, "match": "GET {{Graph}}messages/*/$value" }""",
        $$"""{ "kind": "answerTwice", "match": "POST {{Graph}}messages/*/send" }""",
        $$"""{ "kind": "throttle", "retryAfter": 1, "match": "GET {{Graph}}mailFolders/inbox/messages/**" }""",
    ];

    private async Task Send(string mission, int first, int count)
    {
        foreach (var i in Enumerable.Range(first, count))
            await Hub.Arrives(Letters.Mail(mission, $"NV {i}", Letters.Note($"GHA/{i}/2026")));
    }

    private async Task KillOnce(string after, Func<Task<bool>> happened)
    {
        await Eventually.True(happened, after, TimeSpan.FromSeconds(60));
        await Hub.Local.Functions.Kill();
        await Hub.Local.Functions.Start();
    }

    private async Task EachOnce(string mission, int count)
    {
        await Eventually.True(
            async () => (await Hub.Mails()).Count == count && (await Hub.Mails()).All(m => (string?)m["status"] == "NOTICE"),
            $"{count} mails are notices",
            TimeSpan.FromMinutes(2));
        var answers = await Hub.Answers(mission, count);
        var notices = (await Hub.Secretariat.Get("api/notices?state=GHA&limit=500")).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(count, notices.Count);
        Assert.Equal(count, (await Hub.Mails()).SelectMany(m => m["notices"]!.AsArray()).Select(n => (string)n!).Distinct().Count());
        // In Sent Items too: none went twice and was lost on the way.
        var sent = (await Hub.Mailbox.Get("control/sent")).Expect(200).Json.AsArray().Where(m => (string?)m!["from"] == LocalHub.Inbox);
        Assert.Equal(answers.Count, sent.Count());
    }
}
