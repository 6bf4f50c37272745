using System.Text;
using Microsoft.Graph.Models;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class RestartTests : IDisposable
{
    private const string Reader = "mission@state.example";
    private readonly string _folder = Directory.CreateTempSubdirectory("mailbox").FullName;

    [Fact]
    public async Task Mail_folders_and_attachments_survive_a_restart()
    {
        string draft;
        await using (var box = await MailboxFixture.Start(_folder))
        {
            var hub = box.Graph.Users[MailboxFixture.Sender];
            var mail = Mails.To(Reader, "Kept", "reader-7:1-2");
            mail.Attachments = [new FileAttachment { Name = "note.txt", ContentBytes = Encoding.UTF8.GetBytes("Note verbale") }];
            await hub.SendMail.PostAsync(new() { Message = mail, SaveToSentItems = true });
            draft = (await hub.Messages.PostAsync(Mails.To(Reader, "Draft")))!.Id!;
            await hub.MailFolders.PostAsync(new MailFolder { DisplayName = "Processed" });
            await hub.Messages[(await hub.Messages.PostAsync(Mails.To(Reader, "Deleted")))!.Id].DeleteAsync();
        }

        await using var again = await MailboxFixture.Start(_folder);
        var user = again.Graph.Users[MailboxFixture.Sender];
        Assert.Equal(["Draft", "Kept"], (await user.Messages.GetAsync())!.Value!.Select(m => m.Subject).Order());
        Assert.Equal("Draft", (await user.Messages[draft].GetAsync())!.Subject);
        Assert.Single(
            (await user.MailFolders["sentitems"].Messages.GetAsync(o => o.QueryParameters.Filter = Mails.ByHubId("reader-7:1-2")))!.Value!);
        Assert.Contains((await user.MailFolders.GetAsync())!.Value!, f => f.DisplayName == "Processed");
        var arrived = (await again.Graph.Users[Reader].Messages.GetAsync(o => o.QueryParameters.Expand = ["attachments"]))!.Value!.Single();
        Assert.Equal("Note verbale", Encoding.UTF8.GetString(((FileAttachment)arrived.Attachments!.Single()).ContentBytes!));
    }

    [Fact]
    public async Task A_delta_token_is_still_good_after_a_restart()
    {
        string link;
        await using (var box = await MailboxFixture.Start(_folder))
        {
            await box.Receive(Reader, "Before");
            link = (await box.Graph.Users[Reader].MailFolders["inbox"].Messages.Delta.GetAsDeltaGetResponseAsync())!.OdataDeltaLink!;
        }

        await using var again = await MailboxFixture.Start(_folder);
        await again.Receive(Reader, "After");
        var delta = await again.Graph.Users[Reader].MailFolders["inbox"].Messages.Delta
            .WithUrl(again.Url + new Uri(link).PathAndQuery).GetAsDeltaGetResponseAsync();
        Assert.Equal("After", Assert.Single(delta!.Value!).Subject);
    }

    [Fact]
    public async Task A_line_cut_short_by_a_crash_is_dropped_and_writing_goes_on()
    {
        await using (var box = await MailboxFixture.Start(_folder))
            await box.Receive(Reader, "Whole");
        await File.AppendAllTextAsync(Path.Combine(_folder, "mailbox.jsonl"), "{\"kind\":\"message\",\"mailb");

        await using (var box = await MailboxFixture.Start(_folder))
            await box.Receive(Reader, "Next");

        await using var again = await MailboxFixture.Start(_folder);
        var inbox = await again.Graph.Users[Reader].MailFolders["inbox"].Messages.GetAsync();
        Assert.Equal(["Next", "Whole"], inbox!.Value!.Select(m => m.Subject));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
