using System.Diagnostics;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Faults;

/// <summary>I1 and I11 at the queues: what is in them, and whether they are there at all, decides nothing.</summary>
[Collection(FaultyReceiversCollection.Name)]
public sealed class QueueFaultTests(FaultyHub faulty)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly RunningHub _hub = faulty.Hub;

    [Fact]
    public async Task A_message_that_fails_every_time_is_on_the_failures_list_with_the_kind_of_error_and_can_be_put_back()
    {
        const string id = "MLT-0broken";
        var notices = new TableServiceClient(_hub.Local.Storage.ConnectionString).GetTableClient("Notices");
        await notices.AddEntityAsync(new TableEntity("MLT", id) { ["Other"] = "Ms A. Person, +999 1234567" });

        await Send("notices", id);
        var failure = await Failure(f => (string)f["body"]! == id);

        Assert.Equal("notices", (string)failure["queue"]!);
        Assert.StartsWith("RouteNotice: InvalidDataException at Hub.", (string)failure["reason"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("Person", failure.ToJsonString(), StringComparison.Ordinal);

        await notices.DeleteEntityAsync("MLT", id);
        var retried = (await _hub.Secretariat.Post($"api/failures/{failure["id"]}/retry", new JsonObject())).Expect(202);
        Assert.NotNull(retried.Json["retriedAt"]);
    }

    [Fact]
    public async Task Two_messages_that_fail_at_once_are_each_listed_once_with_their_own_error()
    {
        await Task.WhenAll(Send("mail", "one/wrong"), Send("webhooks", "another/wrong"));

        var mail = await Failure(f => (string)f["body"]! == "one/wrong");
        var webhook = await Failure(f => (string)f["body"]! == "another/wrong");

        Assert.StartsWith("SendMail: ", (string)mail["reason"]!, StringComparison.Ordinal);
        Assert.StartsWith("DeliverWebhooks: ", (string)webhook["reason"]!, StringComparison.Ordinal);
        Assert.Single(await Failures(), f => (string)f["body"]! == "one/wrong");
    }

    [Fact]
    public async Task What_woke_nothing_cannot_be_put_back()
    {
        await Send("failures", "from nowhere");
        var failure = await Failure(f => (string)f["body"]! == "from nowhere");

        (await _hub.Secretariat.Post($"api/failures/{failure["id"]}/retry", new JsonObject())).Expect(409);
    }

    [Fact]
    public async Task Whatever_is_put_into_a_queue_the_hub_goes_on()
    {
        string[] bodies =
        [
            "", "x", "/", "//", "XAA-", "-", "a/b/c/d", "{", "null", "[]", "'; or PartitionKey ne '", "\u0000\ufffe", new('e', 50_000),
            """{"subject":"/blobServices/default/containers/originals/blobs/../../x","eventType":"?"}""",
        ];
        string[] queues = ["notices", "mail", "webhooks", "links", "editions", "documents", "mailbox", "failures"];
        foreach (var queue in queues)
            foreach (var body in bodies)
                await Send(queue, body);

        var notice = await _hub.Submit(await _hub.Office("GHA"), SampleNotices.Membership("GHA", "wacap", "behind the rubbish"));
        Assert.Equal("COMMITTED", (await _hub.Approve(notice))["status"]);
        await faulty.AllSent();
        await Failure(f => (string)f["queue"]! == "mail");
        Assert.All(
            (await Failures()).Select(f => (string)f["reason"]!), r => Assert.DoesNotContain("eeee", r, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_queues_a_notice_is_accepted_and_it_is_routed_once_they_are_back()
    {
        var office = await _hub.Office("BEN");
        await _hub.Local.Broker.Kill();
        var id = (await office.Post("api/notices", SampleNotices.Membership("BEN", "wacap", "no queues"))).Expect(202).Id;

        await _hub.Local.Broker.Restart();

        await _hub.Reaches(id, "REVIEW", Patience);
        Assert.Equal("COMMITTED", (await _hub.Approve(id))["status"]);
        await faulty.AllSent();
        await faulty.MissionGotEachEventOnce();
    }

    [Fact]
    public async Task With_queues_that_hang_a_notice_is_accepted_all_the_same()
    {
        var office = await _hub.Office("TGO");
        Signal("STOP");
        try
        {
            (await office.Post("api/notices", SampleNotices.Membership("TGO", "wacap", "hanging queues"))).Expect(202);
        }
        finally
        {
            Signal("CONT");
        }
        await faulty.AllSent();
    }

    private void Signal(string signal) => Process.Start("kill", [$"-{signal}", $"{_hub.Local.Broker.ProcessId}"]).WaitForExit();

    private async Task Send(string queue, string body)
    {
        await using var bus = new ServiceBusClient(_hub.Local.Broker.ConnectionString);
        await bus.CreateSender(queue).SendMessageAsync(new ServiceBusMessage(body) { MessageId = Guid.NewGuid().ToString() });
    }

    private async Task<JsonNode> Failure(Func<JsonNode, bool> wanted)
    {
        JsonNode? found = null;
        await Eventually.True(
            async () => (found = (await Failures()).FirstOrDefault(wanted)) is not null,
            "the failure is listed",
            Patience);
        return found!;
    }

    private async Task<IEnumerable<JsonNode>> Failures() =>
        (await _hub.Secretariat.Get("api/failures")).Expect(200).Json["items"]!.AsArray().Select(f => f!);
}
