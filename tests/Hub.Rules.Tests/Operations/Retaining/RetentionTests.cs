using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Operations.Retention;

namespace Hub.Rules.Tests.Operations.Retaining;

/// <summary>What has had its time goes, a bounded piece at a time; what is under an open notice stays.</summary>
public sealed class RetentionTests
{
    private readonly RetentionRig _rig = new();

    [Fact]
    public async Task A_settled_notice_whose_time_is_over_loses_its_content_its_files_and_its_mail()
    {
        await _rig.Settled();
        Assert.Equal(new(RetentionKind.Notices, 0), await _rig.Run(RetentionKind.Notices, days: 3649));

        Assert.Equal(new(RetentionKind.Notices, 2), await _rig.Run(RetentionKind.Notices, days: 3651));

        Assert.Empty(_rig.Hub.Files.Kept);
        Assert.DoesNotContain("Nwosu", _rig.Hub.Everything.Split("\"records\"")[0], StringComparison.OrdinalIgnoreCase);
        Assert.Equal(NoticeStatus.Committed, _rig.Hub.Notices.All.Single().Status);
        // Run again, it finds nothing.
        Assert.Equal(0, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
    }

    [Theory]
    [InlineData(NoticeStatus.Received)]
    [InlineData(NoticeStatus.Query)]
    [InlineData(NoticeStatus.Held)]
    [InlineData(NoticeStatus.Review)]
    [InlineData(NoticeStatus.SecondReview)]
    [InlineData(NoticeStatus.Approved)]
    public async Task What_is_under_an_open_notice_stays_however_old_it_is(NoticeStatus status)
    {
        await _rig.Settled(status);
        var before = _rig.Hub.Everything;
        foreach (var kind in new[]
        {
            RetentionKind.Notices, RetentionKind.Translations, RetentionKind.DismissedMails, RetentionKind.OtherMails,
            RetentionKind.UndecidedMails,
        })
            Assert.Equal(0, (await _rig.Run(kind, days: 40_000)).Count);
        Assert.Equal(before, _rig.Hub.Everything);
    }

    [Fact]
    public async Task A_repeat_of_a_mail_under_an_open_notice_stays()
    {
        await _rig.Settled(NoticeStatus.Review);
        var mail = _rig.Hub.Mails.All.Single();
        await _rig.Hub.Mails.Save(mail with { Fate = InboundMailStatus.Repeat }, default);
        Assert.Equal(0, (await _rig.Run(RetentionKind.OtherMails, days: 91)).Count);
    }
}
