using Hub.EndToEnd.Tests.Running;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Mails;

/// <summary>A mail that comes back: read from the sender's own mailbox, tied to its reader, and seen to by a person.</summary>
[Collection(SharedHubCollection.Name)]
public sealed class BounceTests(SharedHub shared)
{
    private const string Reader = "moved-mission";
    private const string Closed = "office@closed.example";
    private const string Open = "office@open.example";

    private readonly RunningHub _hub = shared.Hub;

    [Fact]
    public async Task An_address_that_bounces_gets_no_more_mails_until_it_is_another()
    {
        await Address(Closed);
        (
            await _hub.Secretariat.Put(
                $"api/recipients/{Reader}/preferences",
                SampleNotices.Object("""{ "cadence": "AT_ONCE", "states": ["TGO"] }"""))
        ).Expect(200);
        (await _hub.Mailbox.Post("control/bounces", SampleNotices.Object($$"""{ "address": "{{Closed}}" }"""))).Expect(201);

        await Change("The first");
        await Eventually.True(async () => (await Wrong()).Contains("BOUNCED"), "what came back is on the list", TimeSpan.FromSeconds(60));
        await Change("While it is closed");
        Assert.Equal([Closed], await MailedTo());

        await Address(Open);
        Assert.DoesNotContain("BOUNCED", await Wrong());
        await Change("Once it is open");
        Assert.Equal([Closed, Open], await MailedTo());
    }

    private async Task Address(string address) => (await _hub.Secretariat.Put($"api/subscribers/{Reader}", SampleNotices.Object(
        $$"""{ "state": "XAA", "address": "{{address}}", "language": "en", "name": "Mission" }"""))).Expect(200);

    private async Task Change(string reason)
    {
        await _hub.Approve(
            await _hub.Submit(_hub.Secretariat, SampleNotices.Correction("arin-wa", reason, "TGO")), await _hub.Reviewer("second reviewer"));
        await _hub.AllSent();
    }

    private async Task<IEnumerable<string>> Wrong()
    {
        var listed = (await _hub.Secretariat.Get("api/quality")).Expect(200);
        Assert.DoesNotContain("@", listed.Text, StringComparison.Ordinal);
        return listed.Json["items"]!.AsArray().SelectMany(s => s!["items"]!.AsArray()).Where(i => (string)i!["subject"]! == Reader)
            .Select(i => (string)i!["kind"]!);
    }

    private async Task<IEnumerable<string>> MailedTo() => (await _hub.Sent()).Where(m => m.Reader == Reader).Select(m => m.To);
}
