using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox;

public sealed class SenderAssignmentTests
{
    private static readonly string[] Recipients = [.. Enumerable.Range(0, 1000).Select(i => $"authority-{i}")];

    [Fact]
    public void Mailboxes_share_the_recipients_about_evenly()
    {
        var senders = new SenderAssignment(["a@hub.example", "b@hub.example", "c@hub.example"]);
        Assert.All(Recipients.GroupBy(senders.Of), g => Assert.InRange(g.Count(), 250, 420));
    }

    [Fact]
    public void One_more_mailbox_takes_its_share_and_moves_no_other_recipient()
    {
        var (before, after) = (new SenderAssignment(["a", "b", "c"]), new SenderAssignment(["d", "c", "b", "a"]));
        var moved = Recipients.Where(r => before.Of(r) != after.Of(r)).ToList();
        Assert.All(moved, r => Assert.Equal("d", after.Of(r)));
        Assert.InRange(moved.Count, 150, 350);
    }

    [Fact]
    public void What_is_begun_stays_with_the_mailbox_that_began_it()
    {
        var mail = OutboxMails.Changes("authority-1", default).Widened(0, 1, default).Begun("gone", default, new());
        var senders = new SenderAssignment(["a", "b"]);
        Assert.Equal("gone", senders.Of(mail));
        Assert.Contains(senders.Of(mail.Done(OutboxState.Sent, default)), senders.Mailboxes);
    }
}
