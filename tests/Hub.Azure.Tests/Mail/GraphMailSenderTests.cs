using Hub.Azure.Mail;
using Hub.Work.Runner;

namespace Hub.Azure.Tests.Mail;

/// <summary>I4 at the mailbox: one mail for an id, whatever happens between the hub and Exchange.</summary>
public sealed class GraphMailSenderTests : IAsyncLifetime
{
    private Mailbox _mailbox = null!;

    public async Task InitializeAsync() => _mailbox = await Mailbox.Start();

    public async Task DisposeAsync() => await _mailbox.DisposeAsync();

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

    [Fact]
    public async Task A_draft_that_somebody_took_away_is_not_made_again()
    {
        Assert.Null(await _mailbox.Draft());
        await _mailbox.Loses();

        Assert.Null(await _mailbox.Send(inDoubt: true));

        Assert.Empty(await _mailbox.Sent());
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_is_no_proof_that_a_mail_went()
    {
        Assert.Null(await _mailbox.Draft());
        await _mailbox.Fails("messages/*", "fail", 404, method: "GET");

        Assert.Equal(Failure.Transient, (await _mailbox.Send(inDoubt: true))?.Kind);
    }

    [Fact]
    public async Task In_doubt_about_a_mail_that_was_never_tried_it_is_sent()
    {
        Assert.Null(await _mailbox.Send(inDoubt: true));

        Assert.Single(await _mailbox.Sent());
    }

    [Theory]
    [InlineData(429, Failure.Overloaded)]
    [InlineData(503, Failure.Overloaded)]
    [InlineData(504, Failure.Overloaded)]
    [InlineData(500, Failure.Transient)]
    [InlineData(401, Failure.Transient)]
    [InlineData(403, Failure.Transient)]
    [InlineData(404, Failure.Transient)]
    [InlineData(400, Failure.Refused)]
    public async Task What_the_mailbox_answers_decides_what_is_done(int status, Failure expected)
    {
        await _mailbox.Fails("messages", "fail", status);

        Assert.Equal(expected, (await _mailbox.Send())?.Kind);
        Assert.Empty(await _mailbox.Sent());
    }

    [Fact]
    public async Task The_wait_that_the_mailbox_asks_for_is_passed_on()
    {
        await _mailbox.Fails("messages/*/send", "throttle", retryAfter: 7);

        var failed = await _mailbox.Send();

        Assert.Equal((Failure.Overloaded, TimeSpan.FromSeconds(7)), (failed!.Kind, failed.RetryAfter));
    }

    [Fact]
    public async Task An_address_that_the_mailbox_refuses_is_that_mails_trouble() =>
        Assert.Equal(Failure.Refused, (await _mailbox.Send(to: "nobody"))?.Kind);

    [Fact]
    public async Task A_mailbox_that_is_down_is_tried_again()
    {
        await _mailbox.Stop();

        Assert.Equal(Failure.Transient, (await _mailbox.Send())?.Kind);
    }

    [Fact]
    public async Task A_failure_says_nothing_of_the_mail()
    {
        await _mailbox.Fails("messages", "fail", 400);

        Assert.DoesNotContain("mission@", (await _mailbox.Send())!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_does_not_count_as_a_failure_of_the_mailbox()
    {
        await _mailbox.Fails("messages", "hang");
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _mailbox.Send(cancel: cancel.Token));
    }

    [Fact]
    public void Without_a_credential_only_a_simulator_on_this_machine_is_called() =>
        Assert.Throws<InvalidOperationException>(() => GraphClient.Create(new("https://graph.microsoft.com/v1.0"), null));
}
