using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class DraftTests
{
    private const string Reader = "mission@state.example";

    [Fact]
    public async Task A_draft_is_sent_and_found_in_sent_items_by_its_extended_property()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;

        var draft = await messages.PostAsync(Mails.To(Reader, hubId: "reader-7:12-15"), Immutable);
        Assert.True(draft!.IsDraft);
        Assert.Empty((await Sent(box, "reader-7:12-15")).Value!);
        await messages[draft.Id].Send.PostAsync();

        var sent = Assert.Single((await Sent(box, "reader-7:12-15")).Value!);
        Assert.Equal(draft.Id, sent.Id);
        Assert.False(sent.IsDraft);
        Assert.Equal("reader-7:12-15", Assert.Single(sent.SingleValueExtendedProperties!).Value);
        Assert.Empty((await Sent(box, "reader-7:12-16")).Value!);
    }

    [Fact]
    public async Task Sending_a_second_time_finds_no_draft()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = await messages.PostAsync(Mails.To(Reader), Immutable);
        await messages[draft!.Id].Send.PostAsync();

        var error = await Assert.ThrowsAsync<ODataError>(() => messages[draft.Id].Send.PostAsync());

        Assert.Equal((404, "ErrorItemNotFound"), (error.ResponseStatusCode, error.Error!.Code));
        Assert.NotEmpty(error.Error.InnerError!.RequestId!);
    }

    [Fact]
    public async Task Of_many_sends_of_one_draft_at_once_one_is_done()
    {
        await using var box = await MailboxFixture.Start();
        await box.Control("limits", new { concurrentRequests = 20 });
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = (await messages.PostAsync(Mails.To(Reader), Immutable))!.Id!;

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => box.Http.PostAsync($"/v1.0/users/{MailboxFixture.Sender}/messages/{draft}/send", null)));

        Assert.Single(answers, a => (int)a.StatusCode == 202);
        Assert.Single((await box.Graph.Users[Reader].Messages.GetAsync())!.Value!);
    }

    [Fact]
    public async Task An_ordinary_id_changes_when_the_message_moves()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = await messages.PostAsync(Mails.To(Reader));
        await messages[draft!.Id].Send.PostAsync();

        var error = await Assert.ThrowsAsync<ODataError>(() => messages[draft.Id].GetAsync());

        Assert.Equal("ErrorItemNotFound", error.Error!.Code);
    }

    [Fact]
    public async Task A_mail_sent_arrives_in_the_inbox_of_each_recipient_without_its_extended_properties()
    {
        await using var box = await MailboxFixture.Start();
        var mail = Mails.To(Reader, hubId: "reader-7:1-2");
        mail.BccRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = "audit@directory.example" } }];
        await box.Graph.Users[MailboxFixture.Sender].SendMail.PostAsync(new() { Message = mail, SaveToSentItems = true });

        foreach (var mailbox in new[] { Reader, "audit@directory.example" })
        {
            var inbox = await box.Graph.Users[mailbox].MailFolders["inbox"].Messages.GetAsync(
                o => o.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{MailboxFixture.HubId}')"]);
            var got = Assert.Single(inbox!.Value!);
            Assert.Null(got.SingleValueExtendedProperties);
            Assert.Empty(got.BccRecipients!);
        }
    }

    [Fact]
    public async Task A_draft_is_changed_and_deleted()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = await messages.PostAsync(Mails.To(Reader, "First"));

        await messages[draft!.Id].PatchAsync(new Message { Subject = "Second" });
        Assert.Equal("Second", (await messages[draft.Id].GetAsync(o => o.QueryParameters.Select = ["subject"]))!.Subject);
        await messages[draft.Id].DeleteAsync();

        Assert.Empty((await messages.GetAsync())!.Value!);
    }

    [Fact]
    public async Task A_message_without_recipients_is_not_sent()
    {
        await using var box = await MailboxFixture.Start();
        var messages = box.Graph.Users[MailboxFixture.Sender].Messages;
        var draft = await messages.PostAsync(new Message { Subject = "To nobody" });

        var error = await Assert.ThrowsAsync<ODataError>(() => messages[draft!.Id].Send.PostAsync());

        Assert.Equal((400, "ErrorInvalidRecipients"), (error.ResponseStatusCode, error.Error!.Code));
    }

    [Theory]
    [InlineData(6, "x-hub-", "InvalidInternetMessageHeaderCollection")]
    [InlineData(1, "hub-", "InvalidInternetMessageHeader")]
    public async Task Custom_headers_are_five_at_most_and_start_with_x(int count, string name, string code)
    {
        await using var box = await MailboxFixture.Start();
        var mail = Mails.To(Reader);
        mail.InternetMessageHeaders =
            [.. Enumerable.Range(0, count).Select(i => new InternetMessageHeader { Name = $"{name}{i}", Value = "v" })];

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Users[MailboxFixture.Sender].Messages.PostAsync(mail));

        Assert.Equal((400, code), (error.ResponseStatusCode, error.Error!.Code));
    }

    [Fact]
    public async Task What_is_not_simulated_is_refused_by_name()
    {
        await using var box = await MailboxFixture.Start();

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Users[MailboxFixture.Sender].Calendar.GetAsync());

        Assert.Equal(501, error.ResponseStatusCode);
        Assert.Contains("/calendar", error.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_token_is_refused()
    {
        await using var box = await MailboxFixture.Start();
        using var nobody = new HttpClient();

        using var answer = await nobody.GetAsync($"{box.Url}/v1.0/users/{MailboxFixture.Sender}/messages");

        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static void Immutable<T>(Microsoft.Kiota.Abstractions.RequestConfiguration<T> options) where T : class, new() =>
        options.Headers.Add("Prefer", "IdType=\"ImmutableId\"");

    private static async Task<MessageCollectionResponse> Sent(MailboxFixture box, string hubId) =>
        (await box.Graph.Users[MailboxFixture.Sender].MailFolders["sentitems"].Messages.GetAsync(options =>
        {
            Immutable(options);
            options.QueryParameters.Filter = Mails.ByHubId(hubId);
            options.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{MailboxFixture.HubId}')"];
        }))!;
}
