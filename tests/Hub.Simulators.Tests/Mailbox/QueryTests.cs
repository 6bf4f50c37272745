using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace Hub.Simulators.Tests.Mailbox;

public sealed class QueryTests
{
    private const string Inbox = "notices@directory.example";

    [Fact]
    public async Task A_list_is_paged_by_next_links_newest_first()
    {
        await using var box = await Filled(5);
        var read = new List<string>();

        var page = await box.Graph.Users[Inbox].Messages.GetAsync(o => o.QueryParameters.Top = 2);
        read.AddRange(page!.Value!.Select(m => m.Subject!));
        while (page!.OdataNextLink is { } next)
        {
            page = await box.Graph.Users[Inbox].Messages.WithUrl(next).GetAsync();
            read.AddRange(page!.Value!.Select(m => m.Subject!));
        }

        Assert.Equal(["Notice 4", "Notice 3", "Notice 2", "Notice 1", "Notice 0"], read);
    }

    [Theory]
    [InlineData("receivedDateTime ge 2026-03-02T08:03:00Z", "Notice 4,Notice 3")]
    [InlineData("receivedDateTime lt 2026-03-02T08:01:00Z", "Notice 0")]
    [InlineData("receivedDateTime gt 2026-03-02T08:00:00Z and receivedDateTime le 2026-03-02T08:02:00Z", "Notice 2,Notice 1")]
    [InlineData("subject eq 'Notice 1' or (subject eq 'Notice 3' and isRead eq false)", "Notice 3,Notice 1")]
    [InlineData("isDraft eq true", "")]
    [InlineData("startswith(subject,'notice 2')", "Notice 2")]
    public async Task Messages_are_filtered(string filter, string subjects)
    {
        await using var box = await Filled(5);

        var found = await box.Graph.Users[Inbox].Messages.GetAsync(o => o.QueryParameters.Filter = filter);

        Assert.Equal(subjects, string.Join(',', found!.Value!.Select(m => m.Subject)));
    }

    [Fact]
    public async Task A_message_is_found_by_its_internet_message_id()
    {
        await using var box = await Filled(2);
        var one = (await box.Graph.Users[Inbox].Messages.GetAsync())!.Value![1];

        var found = await box.Graph.Users[Inbox].Messages.GetAsync(
            o => o.QueryParameters.Filter = $"internetMessageId eq '{one.InternetMessageId}'");

        Assert.Equal(one.Id, Assert.Single(found!.Value!).Id);
    }

    [Fact]
    public async Task An_order_the_filter_does_not_begin_with_is_too_complex()
    {
        await using var box = await Filled(1);

        var error = await Assert.ThrowsAsync<ODataError>(() => box.Graph.Users[Inbox].Messages.GetAsync(o =>
        {
            o.QueryParameters.Filter = "isRead eq false";
            o.QueryParameters.Orderby = ["receivedDateTime desc"];
        }));

        Assert.Equal((400, "InefficientFilter"), (error.ResponseStatusCode, error.Error!.Code));
    }

    [Theory]
    [InlineData("isRead eq", 400)]
    [InlineData("isRead like true", 400)]
    [InlineData("receivedDateTime ge yesterday", 400)]
    [InlineData("flag/flagStatus eq 'flagged'", 501)]
    public async Task A_filter_that_is_not_understood_is_refused(string filter, int status)
    {
        await using var box = await Filled(1);

        var error = await Assert.ThrowsAsync<ODataError>(
            () => box.Graph.Users[Inbox].Messages.GetAsync(o => o.QueryParameters.Filter = filter));

        Assert.Equal(status, error.ResponseStatusCode);
    }

    [Fact]
    public async Task Headers_are_shown_only_when_they_are_selected()
    {
        await using var box = await MailboxFixture.Start();
        var mail = Mails.To(Inbox);
        mail.InternetMessageHeaders = [new InternetMessageHeader { Name = "x-hub-id", Value = "7" }];
        await box.Graph.Users[MailboxFixture.Sender].SendMail.PostAsync(new() { Message = mail, SaveToSentItems = true });

        var plain = (await box.Graph.Users[Inbox].Messages.GetAsync())!.Value!.Single();
        var asked = await box.Graph.Users[Inbox].Messages[plain.Id].GetAsync(o => o.QueryParameters.Select = ["internetMessageHeaders"]);

        Assert.Null(plain.InternetMessageHeaders);
        Assert.Null(asked!.Subject);
        Assert.Equal("7", asked.InternetMessageHeaders!.Single(h => h.Name == "x-hub-id").Value);
    }

    private static async Task<MailboxFixture> Filled(int count)
    {
        var box = await MailboxFixture.Start();
        for (var i = 0; i < count; i++)
        {
            await box.Receive(Inbox, $"Notice {i}");
            box.Time.Advance(TimeSpan.FromMinutes(1));
        }
        return box;
    }
}
