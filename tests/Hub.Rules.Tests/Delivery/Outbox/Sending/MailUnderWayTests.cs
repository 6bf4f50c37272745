using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Outbox.Sending;

public sealed class MailUnderWayTests : OutboxSenderCase
{
    [Fact]
    public async Task A_mail_takes_in_what_comes_until_it_is_begun_and_nothing_after()
    {
        Rig.Leave("n");
        Rig.Leave("mission");
        Rig.Register.Grow();
        await Rig.Enqueue();
        Rig.Register.Grow();
        await Rig.Enqueue();
        var isFirst = true;
        Rig.Writer.Writing = id =>
        {
            if (!isFirst || !id.StartsWith("m:", StringComparison.Ordinal))
                return;
            isFirst = false;
            Rig.Register.Grow();
            Rig.Enqueue().GetAwaiter().GetResult();
        };
        await Rig.Send();
        Assert.Equal("m:000000000001-000000000002", Rig.Sent.Single(s => s.Message.To == "m@mission.example").Message.Id);
        await Rig.Finish();
        Assert.Equal(["1,2", "3"], Rig.Sent.Where(s => s.Message.To == "m@mission.example").Select(s => s.Message.Text));
    }

    [Fact]
    public async Task A_mailbox_that_is_down_holds_up_its_mails_and_counts_no_attempt_of_theirs()
    {
        Rig.Register.Grow();
        Rig.Answer = _ => new(Failure.Transient, "down");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal(RunResult.Waiting, await Rig.Run());
            Rig.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.All(Rig.Outbox.All, m => Assert.Equal(0, m.Attempts));
        Assert.NotNull(Rig.Cursor.FailingSince);
        Rig.Answer = _ => null;
        await _world.EndsWell();
    }
}
