using Hub.InMemory;
using Hub.Intake.Inbox;
using Hub.Notices;
using Hub.Operations.Flow;
using Hub.Operations.Standstill;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Queues;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Operations;

/// <summary>What a notice wakes, whoever moved it to where it stands.</summary>
public sealed class NextWorkTests
{
    private static readonly MailroomSettings Mailroom = new(
        ["notices@hub.example"], [], [], [], new("https://hub.example/"), RetryPolicy.OwnServices, 1);

    private readonly Desk _desk = new(Sample.Authority());
    private readonly MemoryCursors _cursors = new();

    [Fact]
    public async Task A_committed_notice_wakes_whoever_reads_the_log()
    {
        _cursors.Put(new() { Channel = "webhooks", Name = "e1" });
        var woken = await After(_desk.Put(NoticeStatus.Committed, Sample.Amending("""{"comments":"x"}"""), null) with { Sequence = 1 });
        Assert.Equal(["e1"], woken.Webhooks);
        Assert.Empty(woken.Notices);
    }

    [Fact]
    public async Task An_approved_notice_whose_commit_others_overtook_wakes_itself_and_one_whose_day_is_to_come_nothing()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now);
        Assert.Equal([approved.Id], (await After(approved)).Notices);
        Assert.Empty((await After(approved with { DueAt = _desk.Clock.Now.AddDays(1) })).Notices);
        Assert.Empty((await After(approved with { DueAt = null })).Notices);
    }

    [Fact]
    public async Task An_approved_notice_that_was_mailed_has_its_sender_told_before_its_day_comes()
    {
        var approved = _desk.Put(NoticeStatus.Approved, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now.AddDays(1));
        Assert.Equal(Mailroom.Inboxes, (await After(approved with { Mail = "1" })).Mailbox);
    }

    [Fact]
    public async Task A_notice_that_is_not_routed_yet_wakes_nothing_and_a_routed_one_its_documents()
    {
        var notice = _desk.Put(NoticeStatus.Received, Sample.Amending("""{"comments":"x"}"""), _desk.Clock.Now) with
        {
            Files = [new("note.pdf", "application/pdf", "hash", 1, "blob")],
        };
        Assert.Empty((await After(notice)).Documents);
        Assert.Equal([$"{notice.Id}/1"], (await After(notice with { Status = NoticeStatus.Review })).Documents);
        Assert.Empty((await After(notice with { Status = NoticeStatus.SecondReview })).Documents);
        Assert.Empty((await After(notice with { Status = NoticeStatus.Rejected })).Documents);
    }

    private Task<WakeUps> After(Notice notice)
    {
        var due = new DueWork(_cursors, new MemoryOutbox(), new(["mailbox"]), _desk.Notices, _desk.Works, _desk.Register, _desk.Clock);
        return new NextWork(due, new(_cursors, new MemoryMails(), _desk.Notices, Mailroom, _desk.Clock), _desk.Clock).After(
            notice,
            default);
    }
}
