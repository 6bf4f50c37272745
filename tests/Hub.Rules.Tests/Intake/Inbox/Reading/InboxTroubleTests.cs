using Hub.Work.Runner;

namespace Hub.Rules.Tests.Intake.Inbox.Reading;

public sealed class InboxTroubleTests : InboxCase
{
    [Fact]
    public async Task A_mailbox_that_can_be_read_and_not_be_changed_fails_all_the_longer_and_is_tried_at_ever_longer_intervals()
    {
        Arrive(1, 1);
        _rig.Mailbox.Fails = asked => asked == "move" ? new(Failure.Transient, "the hub may not") : null;
        await _rig.Read();
        var first = _rig.Cursor.FailingSince;
        for (var minutes = 0; minutes < 20; minutes++)
        {
            _rig.Clock.Advance(TimeSpan.FromMinutes(1));
            await _rig.Read();
        }

        Assert.NotNull(first);
        Assert.Equal(first, _rig.Cursor.FailingSince);
        Assert.InRange(_rig.Cursor.Attempts, 5, 15);
        Assert.NotNull(_rig.Cursor.DueAt);
    }

    [Fact]
    public async Task A_mailbox_whose_memory_cannot_be_read_is_read_from_its_beginning()
    {
        Arrive(1, 2);
        await _rig.RunToTheEnd();
        _rig.Cursor = _rig.Cursor with { Work = "{\"link\": 7" };
        Arrive(3, 1);
        await _rig.RunToTheEnd();

        Assert.Equal(3, _rig.Notices.All.Count);
    }
}
