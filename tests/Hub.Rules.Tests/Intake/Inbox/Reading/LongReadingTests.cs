using Hub.Intake.Inbox;
using Hub.LocalProcesses;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class LongReadingTests : InboxCase
{
    [Fact]
    public async Task A_mail_whose_reading_outlasts_the_lease_is_read_once()
    {
        _rig.Mailbox.Arrive(MailroomRig.Mail(MailroomRig.Slow, MailroomRig.Note("PMV/1/2025")));
        _rig.Clock.Ticks = TimeSpan.FromMilliseconds(10);
        var run = _rig.Read();
        await _rig.Reading;
        for (var i = 0; i < 4; i++)
        {
            _rig.Clock.Advance(MailroomRig.Lease / 2);
            var now = _rig.Clock.Now;
            await Eventually.True(() => _rig.LeasedUntil == now + MailroomRig.Lease, "the lease is renewed");
        }
        Assert.Equal(RunResult.NotMine, await _rig.Read());
        _rig.GoOn.SetResult();
        await run;

        Assert.Equal(InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
        Assert.Single(_rig.Reads);
    }

    [Theory]
    [InlineData(MailroomRig.Mission, 1)]
    [InlineData("stranger@elsewhere.example", 0)]
    public async Task Files_are_opened_where_it_is_known_who_sent_them_and_for_nobody_else(string sender, int opened)
    {
        var attachment = Convert.ToBase64String(
            "The Mission presents its compliments. The Office of Cooperation is the central authority under article 18 of UNTOC."u8);
        _rig.Mailbox.Arrive($"""
            Authentication-Results: mx.hub.example; dmarc=pass header.from={sender.Split('@')[1]}
            From: {sender}
            To: {MailroomRig.Inbox}
            Subject: A note
            Message-ID: <1@{sender.Split('@')[1]}>
            MIME-Version: 1.0
            Content-Type: application/octet-stream; name="note.txt"
            Content-Transfer-Encoding: base64

            {attachment}
            """);
        await _rig.RunToTheEnd();

        Assert.Equal(opened, _rig.Files.Opened);
        Assert.Equal(opened == 0 ? InboundMailStatus.Held : InboundMailStatus.Notice, _rig.Mails.All.Single().Fate);
    }
}
