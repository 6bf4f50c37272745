using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Inbox;

/// <summary>I1 and I4: the process dies at every single place, before what it does there and after.</summary>
public sealed class CrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_each_mail_becomes_one_notice_and_gets_one_acknowledgement(bool done)
    {
        var places = (await Played(0, done)).Hazard.Count;
        Assert.True(places > 60, $"{places} places");
        for (var place = 1; place <= places; place++)
        {
            var rig = await Played(place, done);

            Assert.Equal(
                [InboundMailStatus.Notice, InboundMailStatus.Notice],
                rig.Mails.All.OrderBy(m => m.ReceivedAt).Select(m => m.Fate));
            Assert.Equal(2, rig.Notices.All.Count);
            Assert.Equal(2, rig.Notices.All.Select(n => n.Mail).Distinct().Count());
            Assert.Equal(2, rig.Mailbox.Sent.Count);
            Assert.Equal(2, rig.Mailbox.Sent.Select(s => s.Message).Distinct().Count());
            Assert.Equal(["Notices", "Notices"], rig.Mailbox.Folders.Values);
            Assert.All(rig.Mails.All, m => Assert.Contains(m.Original, rig.Originals.Kept.Keys));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_the_process_dies_a_decision_is_told_once_and_a_reply_amends_once(bool done)
    {
        var places = (await Replied(0, done)).Hazard.Count;
        for (var place = 1; place <= places; place++)
        {
            var rig = await Replied(place, done);

            Assert.Equal(2, rig.Notices.All.Count);
            var first = rig.Notices.All.Single(n => n.Status == NoticeStatus.Superseded);
            var second = rig.Notices.All.Single(n => n.Status == NoticeStatus.Rejected);
            Assert.Equal(second.Id, first.Linked);
            Assert.Equal(
                ["acknowledgement", "acknowledgement", "word"],
                rig.Mailbox.Sent.Select(s => s.Answer.Id.Split(':')[2].Split('-')[0]).Order());
            Assert.Single(rig.Mailbox.Sent, s => s.Answer.Text.Contains("It names nobody.", StringComparison.Ordinal));
        }
    }

    private static async Task<MailroomRig> Played(int place, bool done)
    {
        var rig = new MailroomRig { Hazard = { At = place, Done = done } };
        foreach (var i in Enumerable.Range(1, 2))
            rig.Mailbox.Arrive(MailroomRig.Mail($"NV {i}", MailroomRig.Note($"PMV/{i}/2025")));
        await rig.RunToTheEnd();
        return rig;
    }

    private static async Task<MailroomRig> Replied(int place, bool done)
    {
        var rig = new MailroomRig { Hazard = { At = place, Done = done } };
        rig.Mailbox.Arrive(MailroomRig.Mail("NV 1", MailroomRig.Note("PMV/1/2025")));
        await rig.RunToTheEnd();
        var queried = rig.Notices.All.Single();
        rig.Mailbox.Arrive(MailroomRig.Mail(
            "Re: NV 1", "It is the Office of the Attorney General.", headers: $"In-Reply-To: {rig.Mailbox.LastMessageId}"));
        await rig.RunToTheEnd();
        var second = rig.Notices.All.Single(n => n.Id != queried.Id);
        await rig.Decisions.Decide(second.Id, Callers.First, new(DecisionKind.Reject, "It names nobody.", null), default);
        await rig.RunToTheEnd();
        return rig;
    }
}
