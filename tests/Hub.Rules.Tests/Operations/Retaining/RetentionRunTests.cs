using Hub.Notices;
using Hub.Operations.Retention;
using Hub.Rules.Tests.Intake.Inbox;

namespace Hub.Rules.Tests.Operations.Retaining;

public sealed class RetentionRunTests
{
    private readonly RetentionRig _rig = new();

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
