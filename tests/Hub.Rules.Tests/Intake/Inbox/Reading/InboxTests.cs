using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class InboxTests : InboxCase
{
    [Fact]
    public async Task A_list_that_the_mailbox_has_lost_is_read_anew_and_nothing_is_made_twice()
    {
        Arrive(1, 3);
        await _rig.RunToTheEnd();
        _rig.Mailbox.Forget();
        // Somebody put one back into the inbox.
        _rig.Mailbox.Folders.Remove("message-1");
        Arrive(4, 1);
        await _rig.RunToTheEnd();

        Assert.Equal(4, _rig.Notices.All.Count);
        Assert.Equal(4, _rig.Mailbox.Sent.Count);
    }

    [Fact]
    public async Task Somebody_is_woken_for_every_notice_that_was_made()
    {
        Arrive(1, 3);
        await _rig.Read();

        Assert.Equal(3, _rig.Notices.All.Count);
        Assert.Equal(_rig.Notices.All.Select(n => n.Id).Order(), _rig.Woken.Order());
    }

    [Fact]
    public async Task Whoever_wakes_a_mailbox_has_it_read_at_once_and_nobody_else_before_its_time()
    {
        Assert.Equal(RunResult.Waiting, await _rig.Read());
        Assert.Equal((_rig.Clock.Now + TimeSpan.FromMinutes(1), 0), (_rig.Cursor.DueAt, _rig.Cursor.Seen));
        Arrive(1, 1);
        await _rig.Read();

        Assert.Single(_rig.Notices.All);
    }
}
