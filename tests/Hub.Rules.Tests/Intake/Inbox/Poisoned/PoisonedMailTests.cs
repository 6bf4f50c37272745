using Hub.Intake.Inbox;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox.Poisoned;

/// <summary>I11: what goes wrong about one mail is that mail's. A person sees it, and the mails behind it are dealt with.</summary>
public sealed class PoisonedMailTests : PoisonedMailCase
{
    [Theory]
    [InlineData(MailroomRig.Poison, 3, 1)]
    [InlineData(MailroomRig.Killer, 6, 2)]
    public async Task A_mail_that_breaks_its_recipient_or_ends_the_process_is_held_after_some_attempts_and_the_others_go_on(
        string kind, int attempts, int notes)
    {
        Arrive(1, 2);
        _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {kind}", MailroomRig.Note("PMV/9/2025")));
        Arrive(4, 2);
        await _rig.RunToTheEnd();

        Assert.Equal((4, 5), (_rig.Notices.All.Count, _rig.Mailbox.Sent.Count));
        var held = Assert.Single(_rig.Mails.All, m => m.Fate == InboundMailStatus.Held);
        Assert.Equal(new HoldReason("UNREADABLE", $"{attempts} attempts"), Assert.Single(held.Reasons));
        Assert.Equal(attempts, _rig.Reads.Count(s => s == $"NV {kind}"));
        Assert.Equal(notes, _rig.Failures.All.Count);
        Assert.All(_rig.Failures.All.Values, told => Assert.Equal(("mailbox", held.Id), (told.Queue, told.Body)));
        Assert.Contains("Held", _rig.Mailbox.Folders.Values);
    }

    // A process is killed for reasons of its own, and what it was at is the first to be at work again.
    [Fact]
    public async Task A_mail_that_five_kills_met_becomes_its_notice_and_nobody_need_look_at_it()
    {
        _rig.Kills = 5;
        _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {MailroomRig.Killer}", MailroomRig.Note("PMV/9/2025")));
        await _rig.RunToTheEnd();

        Assert.Equal(InboundMailStatus.Notice, Assert.Single(_rig.Mails.All).Fate);
        Assert.Single(_rig.Notices.All);
        Assert.Single(_rig.Mailbox.Sent);
        Assert.NotNull(Assert.Single(_rig.Failures.All.Values).RetriedAt);
    }

    [Fact]
    public async Task A_mail_that_was_held_because_it_could_not_be_read_is_dismissed_without_being_read_again()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail($"NV {MailroomRig.Poison}", MailroomRig.Note("PMV/9/2025")));
        await _rig.RunToTheEnd();
        var reads = _rig.Reads.Count;
        await _rig.Held.Decide(
            _rig.Mails.All.Single().Id, Callers.First, new(MailDecisionKind.Dismiss, null, null, null, "It is broken."), default);
        await _rig.RunToTheEnd();

        Assert.Equal((InboundMailStatus.Dismissed, reads), (_rig.Mails.All.Single().Fate, _rig.Reads.Count));
        Assert.Equal(["Dismissed"], _rig.Mailbox.Folders.Values);
    }
}
