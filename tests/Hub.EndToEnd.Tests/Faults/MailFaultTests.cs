using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Faults;

/// <summary>I3 and I4 while the mailbox misbehaves: every mail goes out, and goes out once.</summary>
[Collection(FaultyStorageCollection.Name)]
public sealed class MailFaultTests(FaultyHub faulty)
{
    private const string Draft = "POST /v1.0/users/*/messages";
    private const string Send = "POST /v1.0/users/*/messages/*/send";

    [Theory]
    // Done, yet the answer is lost, or is an error.
    [InlineData($$"""{ "kind": "failAfterDoing", "status": 0, "match": "{{Send}}" }""")]
    [InlineData($$"""{ "kind": "failAfterDoing", "status": 0, "match": "{{Draft}}" }""")]
    [InlineData($$"""{ "kind": "failAfterDoing", "status": 504, "match": "{{Send}}" }""")]
    // Not done.
    [InlineData($$"""{ "kind": "dropConnection", "match": "{{Send}}", "count": 2 }""")]
    [InlineData($$"""{ "kind": "fail", "status": 503, "match": "{{Draft}}", "count": 3 }""")]
    [InlineData($$"""{ "kind": "fail", "status": 401, "match": "{{Draft}}" }""")]
    [InlineData($$"""{ "kind": "throttle", "retryAfter": 1, "match": "{{Draft}}", "count": 2 }""")]
    [InlineData($$"""{ "kind": "throttle", "retryAfter": 1, "match": "{{Send}}", "count": 2 }""")]
    // Done twice, by something in between.
    [InlineData($$"""{ "kind": "answerTwice", "match": "{{Send}}" }""")]
    public async Task One_mail_goes_out_whatever_the_mailbox_does(string fault)
    {
        await faulty.AllSent();
        await faulty.MailboxDoes(fault);

        await faulty.Change();
        await faulty.AllSent();

        await faulty.MissionGotEachEventOnce();
        Assert.Equal("[]", (await faulty.Hub.Mailbox.Get("control/faults")).Text);
    }

    [Fact]
    public async Task Mails_wait_for_a_mailbox_that_is_down_and_go_out_once_it_is_back()
    {
        await faulty.AllSent();
        await faulty.Hub.Local.KillSimulators();

        await faulty.Change();
        await faulty.Change();
        await Eventually.True(
            async () => (int)(await faulty.Hub.Secretariat.Get("healthz")).Expect(200).Json["eventsBehind"]!["mail"]! > 0, "mails wait");
        await faulty.Hub.Local.StartSimulators();
        await faulty.AllSent();

        await faulty.MissionGotEachEventOnce();
    }
}
