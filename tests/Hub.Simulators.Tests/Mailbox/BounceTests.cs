using System.Text.Json.Nodes;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class BounceTests
{
    [Fact]
    public async Task A_mail_to_an_address_that_bounces_comes_back_with_the_mail_in_it()
    {
        await using var mailbox = await MailboxFixture.Start();
        await mailbox.Control("bounces", new { address = "*@closed.example", status = "5.1.1" });
        await Send(mailbox, "mission@closed.example");
        await Send(mailbox, "mission@open.example");

        var report = await CameBack(mailbox);
        Assert.Contains("report-type=delivery-status", report, StringComparison.Ordinal);
        Assert.Contains("Action: failed", report, StringComparison.Ordinal);
        Assert.Contains("Status: 5.1.1", report, StringComparison.Ordinal);
        Assert.Contains("x-hub-message-id: m-1", report, StringComparison.Ordinal);
        Assert.Equal(0, await Arrived(mailbox, "mission@closed.example"));
        Assert.Equal(1, await Arrived(mailbox, "mission@open.example"));
    }

    [Fact]
    public async Task An_automatic_reply_comes_once_and_the_mail_arrives()
    {
        await using var mailbox = await MailboxFixture.Start();
        await mailbox.Control("bounces", new { address = "away@state.example", kind = "AutoReply", count = 1 });
        await Send(mailbox, "away@state.example");
        await Send(mailbox, "away@state.example");
        var reply = await CameBack(mailbox);
        Assert.Contains("Auto-Submitted: auto-replied", reply, StringComparison.Ordinal);
        Assert.Matches("In-Reply-To: <.+@directory.example>", reply);
        Assert.Equal(2, await Arrived(mailbox, "away@state.example"));
    }

    private static Task Send(MailboxFixture mailbox, string to)
    {
        var mail = Mails.To(to);
        mail.InternetMessageHeaders = [new() { Name = "x-hub-message-id", Value = "m-1" }];
        return mailbox.Graph.Users[MailboxFixture.Sender].SendMail.PostAsync(new() { Message = mail, SaveToSentItems = true });
    }

    private static async Task<string> CameBack(MailboxFixture mailbox)
    {
        var inbox = await mailbox.Graph.Users[MailboxFixture.Sender].MailFolders["inbox"].Messages.GetAsync();
        return await mailbox.Http.GetStringAsync($"/v1.0/users/{MailboxFixture.Sender}/messages/{Assert.Single(inbox!.Value!).Id}/$value");
    }

    private static async Task<int> Arrived(MailboxFixture mailbox, string address) =>
        JsonNode.Parse(await mailbox.Http.GetStringAsync($"/control/delivered/{address}"))!.AsArray().Count;
}
