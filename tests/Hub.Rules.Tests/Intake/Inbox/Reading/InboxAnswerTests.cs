using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Notices.Outbox;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class InboxAnswerTests : InboxCase
{
    [Fact]
    public async Task Answers_keep_the_pace_of_their_mailbox()
    {
        var rig = new MailroomRig(new SendingPace(2, TimeSpan.FromMinutes(1)));
        foreach (var i in Enumerable.Range(1, 5))
            rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
        await rig.Read();
        Assert.Empty(rig.Mailbox.Sent);
        await rig.Send();
        Assert.Equal(2, rig.Mailbox.Sent.Count);

        await rig.RunToTheEnd();
        Assert.Equal(5, rig.Mailbox.Sent.Count);
    }

    [Fact]
    public async Task An_address_gets_fifty_answers_a_day_and_no_more()
    {
        Arrive(1, 55);
        await _rig.RunToTheEnd(200);

        Assert.Equal((55, 50), (_rig.Notices.All.Count, _rig.Mailbox.Sent.Count));
        Assert.Equal(5, _rig.Outbox.All.Count(a => a is { State: OutboxState.Dropped, Kind: OutboxKind.Acknowledgement }));
    }

    [Fact]
    public async Task A_mail_that_is_dealt_with_while_another_mailbox_looks_for_words_to_say_is_answered_once()
    {
        var rig = await DiedOnceTheNoticeWasRouted();
        rig.Outbox.BehindReplies = async () =>
        {
            rig.Outbox.BehindReplies = () => Task.CompletedTask;
            await rig.RunToTheEnd();
        };

        await rig.News.Tell(default);
        await rig.RunToTheEnd();

        Assert.Single(rig.Mailbox.Sent);
    }

    private static async Task<MailroomRig> DiedOnceTheNoticeWasRouted()
    {
        for (var place = 1; place < 100; place++)
        {
            var rig = new MailroomRig { Hazard = { At = place } };
            rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
            await Assert.ThrowsAsync<CrashException>(() => rig.Read());
            rig.Clock.Advance(TimeSpan.FromMinutes(2));
            rig.Hazard.Revive();
            if (rig.Notices.All.Any(n => n.Status == NoticeStatus.Query) && rig.Mails.All.Single().Fate == InboundMailStatus.Received)
                return rig;
        }
        throw new InvalidOperationException("There is no such place.");
    }
}
