using System.Net.Http.Headers;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class AttachmentTests
{
    [Fact]
    public async Task A_small_attachment_is_posted_and_read_back()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = messages[(await messages.PostAsync(Mails.To("mission@state.example")))!.Id];

        await draft.Attachments.PostAsync(new FileAttachment { Name = "a.pdf", ContentType = "application/pdf", ContentBytes = [1, 2, 3] });

        var listed = Assert.IsType<FileAttachment>(Assert.Single((await draft.Attachments.GetAsync())!.Value!));
        Assert.Equal(("a.pdf", "application/pdf", 3), (listed.Name, listed.ContentType, listed.Size));
        Assert.Equal([1, 2, 3], listed.ContentBytes);
        Assert.True((await draft.GetAsync())!.HasAttachments);
    }

    [Fact]
    public async Task A_large_attachment_goes_up_in_parts()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = messages[(await messages.PostAsync(Mails.To("mission@state.example")))!.Id];
        var content = new byte[5 * 1024 * 1024];
        Random.Shared.NextBytes(content);
        var session = await draft.Attachments.CreateUploadSession.PostAsync(
            new() { AttachmentItem = File(content.Length) });

        using var sent = new MemoryStream(content);
        using var bare = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider());
        var upload = new LargeFileUploadTask<FileAttachment>(session!, sent, 3 * 1024 * 1024, bare);
        await upload.UploadAsync();

        Assert.Equal(content, ((FileAttachment)(await draft.Attachments.GetAsync())!.Value!.Single()).ContentBytes);
    }

    [Fact]
    public async Task A_part_out_of_order_is_refused()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = messages[(await messages.PostAsync(Mails.To("mission@state.example")))!.Id];
        var session = await draft.Attachments.CreateUploadSession.PostAsync(
            new() { AttachmentItem = File(4_000_000) });
        using var http = new HttpClient();
        using var part = new ByteArrayContent(new byte[100]);
        part.Headers.ContentRange = new ContentRangeHeaderValue(100, 199, 4_000_000);

        using var answer = await http.PutAsync(session!.UploadUrl, part);

        Assert.Equal(416, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Three_megabytes_in_one_request_are_refused()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = messages[(await messages.PostAsync(Mails.To("mission@state.example")))!.Id];

        var error = await Assert.ThrowsAsync<ODataError>(
            () => draft.Attachments.PostAsync(new FileAttachment { Name = "a.pdf", ContentBytes = new byte[3 * 1024 * 1024] }));

        Assert.Equal(413, error.ResponseStatusCode);
    }

    private static AttachmentItem File(long size) => new() { AttachmentType = AttachmentType.File, Name = "edition.pdf", Size = size };
}
