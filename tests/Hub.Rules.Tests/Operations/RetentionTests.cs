using Hub.Intake.Inbox;
using Hub.Intake.Translation;
using Hub.Notices;
using Hub.Notices.Documents;
using Hub.Operations.Retention;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Operations;

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

    [Fact]
    public async Task An_original_that_storage_keeps_leaves_its_notice_as_it_is()
    {
        await _rig.Settled();
        _rig.Hub.Storage.Keeps = true;
        Assert.Equal(0, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
        Assert.Null(_rig.Hub.Notices.All.Single().EmptiedAt);
        _rig.Hub.Storage.Keeps = false;
        Assert.Equal(2, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
    }

    [Fact]
    public async Task A_machines_translation_goes_and_a_persons_stays()
    {
        var notice = await _rig.Settled();
        var work = _rig.Hub.Works[$"{notice.Id}/1/fr"];
        var record = new TranslationRecord("machine", null, Sample.Now, "abc", "abc", $"{notice.Id}/1/fr/abc.txt", DocumentKind.Txt);
        await _rig.Hub.Works.Save(work with { State = WorkState.Done, Record = record }, default);
        await _rig.Hub.Works.Add(
            new() { Notice = notice.Id, N = 1, Into = Language.Spanish, State = WorkState.Human, Record = record }, default);
        _rig.Hub.Files.Kept[(Place.Documents, $"{notice.Id}/1/es/def.txt")] = [1];

        Assert.Equal(1, (await _rig.Run(RetentionKind.Translations, days: 366)).Count);

        Assert.Equal((WorkState.Impossible, null), (_rig.Hub.Works[work.Id].State, _rig.Hub.Works[work.Id].Record));
        Assert.Equal([$"{notice.Id}/1/es/def.txt"], _rig.Hub.Files.Kept.Keys.Where(k => k.Item1 == Place.Documents).Select(k => k.Item2));
    }

    [Fact]
    public async Task A_run_never_takes_more_than_its_share()
    {
        for (var i = 0; i < RetentionRun.MostItems + 7; i++)
            _rig.Hub.Notices.Put(ErasureRig.UnderstoodMail($"XAA-{i}", NoticeStatus.Rejected));
        Assert.Equal(RetentionRun.MostItems, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
        Assert.Equal(7, (await _rig.Run(RetentionKind.Notices, days: 3651)).Count);
    }

    [Fact]
    public async Task Every_kind_has_its_minute_in_the_hour()
    {
        var seen = new List<RetentionKind?>();
        for (var minute = 0; minute < 60; minute++)
        {
            _rig.Hub.Clock.Now = new(2025, 6, 1, 12, minute, 30, TimeSpan.Zero);
            seen.Add((await _rig.Retention.Run(default))?.Kind);
            Assert.Null(await _rig.Retention.Run(default));
        }
        Assert.Equal(Enum.GetValues<RetentionKind>().Cast<RetentionKind?>(), seen.Where(k => k is not null));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_the_next_run_finishes(bool done)
    {
        for (var place = 1; place <= 14; place++)
        {
            var rig = new RetentionRig();
            await rig.Settled();
            (rig.Hub.Hazard.At, rig.Hub.Hazard.Done) = (rig.Hub.Hazard.Count + place, done);
            for (var i = 0; i < 2; i++)
                try
                {
                    await rig.Run(RetentionKind.Notices, days: 3651);
                }
                catch (CrashException)
                {
                    rig.Hub.Hazard.Revive();
                }
            Assert.Empty(rig.Hub.Files.Kept);
            Assert.NotNull(rig.Hub.Notices.All.Single().EmptiedAt);
            Assert.NotNull(rig.Hub.Mails.All.Single().EmptiedAt);
        }
    }
}
