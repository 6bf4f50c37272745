using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class InboxDueTests : InboxCase
{
    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, false, true)]
    [InlineData(false, true, false, true)]
    [InlineData(true, false, true, true)]
    [InlineData(false, true, true, false)]
    public async Task A_mailbox_is_to_be_read_when_its_time_has_come_or_a_mail_waits_and_never_before_a_failure_is_over(
        bool isTime, bool mailWaits, bool fails, bool isDue)
    {
        await _rig.Read();
        var due = _rig.Clock.Now + (isTime ? TimeSpan.Zero : TimeSpan.FromMinutes(1));
        _rig.Cursor = _rig.Cursor with { DueAt = due, Seen = fails ? null : 0, FailingSince = fails ? _rig.Clock.Now : null };
        if (mailWaits)
            await _rig.Mails.Add(
                new()
                {
                    Id = "1",
                    Mailbox = MailroomRig.Inbox,
                    Message = "m",
                    ReceivedAt = _rig.Clock.Now,
                    DueAt = _rig.Clock.Now,
                },
                default);

        Assert.Equal(isDue, (await _rig.Watch.Due(default)).Contains(MailroomRig.Inbox));
    }

    [Fact]
    public async Task A_second_run_leaves_a_mailbox_alone_that_one_reads()
    {
        Arrive(1, 1);
        _rig.Cursor = _rig.Cursor with { LeasedUntil = _rig.Clock.Now.AddSeconds(30) };

        Assert.Equal(RunResult.NotMine, await _rig.Read());
        Assert.Equal(RunResult.NotMine, await _rig.Read("other@hub.example"));
        Assert.Empty(_rig.Mails.All);
    }
}
