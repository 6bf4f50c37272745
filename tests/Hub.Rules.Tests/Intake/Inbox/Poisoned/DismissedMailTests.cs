using Hub.Intake.Inbox;
using Hub.Notices.Outbox;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Poisoned;

public sealed class DismissedMailTests : PoisonedMailCase
{
    [Fact]
    public async Task A_person_can_dismiss_what_cannot_be_read()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Poison, MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();
        var held = _rig.Mails.All.Single();
        await _rig.Held.Decide(held.Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "It is damaged."), default);
        await _rig.RunToTheEnd();

        Assert.Equal((InboundMailStatus.Dismissed, (DateTimeOffset?)null), (_rig.Mails.All.Single().Fate, _rig.Mails.All.Single().DueAt));
        Assert.Equal("Dismissed", _rig.Mailbox.Folders.Values.Single());
    }

    [Fact]
    public async Task A_dismissed_mail_that_the_mailbox_does_not_move_stays_dismissed_and_is_left_where_it_lies()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Poison, MailroomRig.Note("PMV/1/2025")));
        await _rig.RunToTheEnd();
        var held = _rig.Mails.All.Single();
        _rig.Mailbox.Fails = asked => asked == "move" ? new(Failure.Refused, "the mailbox refused it (400)") : null;
        await _rig.Held.Decide(held.Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "It is damaged."), default);
        await _rig.RunToTheEnd();

        Assert.Equal((InboundMailStatus.Dismissed, (DateTimeOffset?)null), (_rig.Mails.All.Single().Fate, _rig.Mails.All.Single().DueAt));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_made_holds_up_no_other()
    {
        _rig.Mailbox.Breaks = answer => answer.Text.Contains("PMV/1/2025", StringComparison.Ordinal);
        Arrive(1, 3);
        await _rig.RunToTheEnd();

        Assert.Equal(2, _rig.Mailbox.Sent.Count);
        Assert.Equal(OutboxState.Dropped, Assert.Single(_rig.Outbox.All, a => a.State != OutboxState.Sent).State);
    }
}
