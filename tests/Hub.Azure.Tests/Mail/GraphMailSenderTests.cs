using Hub.Work.Runner;

namespace Hub.Azure.Tests.Mail;

/// <summary>I4 at the mailbox: one mail for an id, whatever happens between the hub and Exchange.</summary>
public sealed class GraphMailSenderTests : GraphMailSenderCase
{
    [Fact]
    public async Task A_mail_is_sent_with_its_id_as_property_and_as_header()
    {
        Assert.Null(await _mailbox.Send());

        var mail = Assert.Single(await _mailbox.Sent())!;
        Assert.Equal("mission@state.example", (string)mail["to"]![0]!);
        Assert.Equal("<p>Élysée 检察</p>", (string)mail["body"]!["content"]!);
        Assert.Equal("m'1:000000000001-000000000002", (string)mail["extendedProperties"]!.AsObject().Single().Value!);
        Assert.Equal("m'1:000000000001-000000000002", (string)mail["internetMessageHeaders"]!["x-hub-message-id"]!);
    }

    [Fact]
    public async Task A_draft_left_unsent_is_sent_and_not_made_again()
    {
        await _mailbox.Fails("messages/*/send", "dropConnection");

        Assert.Equal(Failure.Transient, (await _mailbox.Send())?.Kind);
        Assert.Null(await _mailbox.Send(inDoubt: true));

        Assert.Single(await _mailbox.Sent());
        Assert.Equal(1, await _mailbox.Drafts());
    }

    [Theory]
    [InlineData("messages/*/send", 0)]
    [InlineData("messages/*/send", 504)]
    [InlineData("messages", 0)]
    [InlineData("messages", 503)]
    public async Task Done_but_not_answered_is_found_out_when_in_doubt(string route, int status)
    {
        await _mailbox.Fails(route, "failAfterDoing", status);

        Assert.NotNull(await _mailbox.Send());
        Assert.Null(await _mailbox.Send(inDoubt: true));
        Assert.Null(await _mailbox.Send(inDoubt: true));

        Assert.Single(await _mailbox.Sent());
    }

    [Fact]
    public async Task A_mail_that_went_and_is_not_listed_yet_is_neither_made_nor_sent_again()
    {
        await _mailbox.HidesWhatItSends();
        await _mailbox.Fails("messages/*/send", "failAfterDoing", 0);

        Assert.NotNull(await _mailbox.Send());
        Assert.Null(await _mailbox.Send(inDoubt: true));

        Assert.Single(await _mailbox.Sent());
        Assert.Equal(1, await _mailbox.Drafts());
    }
}
