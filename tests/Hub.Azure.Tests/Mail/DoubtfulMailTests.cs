using Hub.Work.Runner;

namespace Hub.Azure.Tests.Mail;

public sealed class DoubtfulMailTests : GraphMailSenderCase
{
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
}
