using Hub.Intake.Inbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class RefusingMailboxTests : InboxCase
{
    [Theory]
    [InlineData("read")]
    [InlineData("original")]
    [InlineData("move")]
    [InlineData("draft")]
    [InlineData("send")]
    public async Task A_mailbox_that_is_overloaded_is_left_alone_as_long_as_it_asks_and_then_everything_is_done_once(string what)
    {
        Arrive(1, 3);
        _rig.Mailbox.Fails = asked => asked == what ? new(Failure.Overloaded, "the mailbox answered 429", TimeSpan.FromSeconds(90)) : null;
        Assert.Equal(RunResult.Waiting, await Run(what));
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(RunResult.NotMine, await Run(what));

        _rig.Mailbox.Fails = _ => null;
        _rig.Clock.Advance(TimeSpan.FromSeconds(60));
        await _rig.RunToTheEnd();

        Assert.Equal((3, 3), (_rig.Notices.All.Count, _rig.Mailbox.Sent.Count));
    }

    [Fact]
    public async Task A_message_that_the_mailbox_refuses_to_move_holds_up_no_other_and_is_held_in_the_end()
    {
        Arrive(1, 3);
        _rig.Mailbox.Fails = asked => asked == "move" ? new(Failure.Refused, "the mailbox refused it (400)") : null;
        await _rig.RunToTheEnd();

        Assert.All(_rig.Mails.All, m => Assert.Equal(("MAILBOX_REFUSED", InboundMailStatus.Held), (m.Reasons.Single().Code, m.Fate)));
    }

    [Fact]
    public async Task A_long_mail_is_read_as_a_short_one()
    {
        var annex = string.Concat(Enumerable.Repeat("The annex names further offices of the same State.\n", 8_000));
        _rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", $"{MailroomRig.Note("PMV/1/2025")}\n\n{annex}"));
        await _rig.RunToTheEnd();

        Assert.Equal("NV 1", _rig.Mails.All.Single().Subject);
        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
    }

    // What comes in is read by one run, and what goes out is sent by another.
    private async Task<RunResult> Run(string what)
    {
        var read = await _rig.Read();
        return what is "draft" or "send" ? await _rig.Send() : read;
    }
}
