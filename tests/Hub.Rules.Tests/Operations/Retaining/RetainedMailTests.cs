using Hub.Intake.Inbox;
using Hub.Operations.Retention;

namespace Hub.Rules.Tests.Operations.Retaining;

public sealed class RetainedMailTests
{
    private readonly RetentionRig _rig = new();

    [Theory]
    [InlineData(InboundMailStatus.Dismissed, RetentionKind.DismissedMails, 31)]
    [InlineData(InboundMailStatus.NotANotice, RetentionKind.OtherMails, 91)]
    [InlineData(InboundMailStatus.Bounce, RetentionKind.OtherMails, 91)]
    public async Task A_mail_that_was_no_notice_is_emptied_in_its_time(InboundMailStatus fate, RetentionKind kind, int days)
    {
        await _rig.Settled();
        await _rig.Hub.Mails.Save(_rig.Hub.Mails.All.Single() with { Fate = fate, Notices = [] }, default);
        Assert.Equal(0, (await _rig.Run(kind, days - 2)).Count);
        Assert.Equal(1, (await _rig.Run(kind, days)).Count);
        Assert.Null(_rig.Hub.Mails.All.Single().From);
        Assert.DoesNotContain(_rig.Hub.Files.Kept.Keys, k => k.Item2.StartsWith("mail-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_about_which_nobody_decides_is_dismissed_and_then_has_the_time_of_those()
    {
        await _rig.Settled();
        await _rig.Hub.Mails.Save(_rig.Hub.Mails.All.Single() with { Fate = InboundMailStatus.Held, Notices = [] }, default);
        Assert.Equal(1, (await _rig.Run(RetentionKind.UndecidedMails, days: 181)).Count);

        var dismissed = _rig.Hub.Mails.All.Single();
        Assert.Equal((InboundMailStatus.Dismissed, "retention"), (dismissed.Fate, dismissed.Decision!.Reviewer));
        // It is put away first.
        Assert.NotNull(dismissed.DueAt);
        Assert.Equal(0, (await _rig.Run(RetentionKind.DismissedMails, days: 400)).Count);
    }
}
