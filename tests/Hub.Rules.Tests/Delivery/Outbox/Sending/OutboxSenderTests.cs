using Hub.Notices.Outbox;

namespace Hub.Rules.Tests.Delivery.Outbox.Sending;

/// <summary>One sender for all mails of a mailbox: who goes first, how fast, and what one mail's trouble is to the others.</summary>
public sealed class OutboxSenderTests : OutboxSenderCase
{
    [Fact]
    public async Task A_mail_costs_three_writes_and_the_rows_are_not_read_for_each()
    {
        const int Recipients = 100;
        var world = Edition(Recipients);
        world.Rig.AfterSending = _ => world.Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Rig.Enqueue();
        Assert.InRange(world.Rig.Outbox.Writes, 1, 2);
        var (writes, reads) = (world.Rig.Outbox.Writes + world.Rig.Cursors.Saves, world.Rig.Outbox.Reads);
        await world.Rig.Send();
        var sent = world.Rig.Sent.Count;
        // The third is that of the deliveries.
        Assert.InRange(world.Rig.Outbox.Writes + world.Rig.Cursors.Saves - writes, 2 * sent, (2 * sent) + 5);
        Assert.InRange(world.Rig.Outbox.Reads - reads, 1, (sent / 5) + 4);
    }

    // While mails go out all the time, one run reads who is told of changes for many of them.
    [Fact]
    public async Task Who_joins_while_mails_go_out_is_told_like_everybody_else()
    {
        var world = Edition(20);
        world.Rig.AfterSending = _ =>
        {
            if (world.Rig.Sent.Count != 5)
                return;
            world.Rig.Subscribe("z-late");
            world.Rig.Register.Grow();
            world.Rig.Enqueue().GetAwaiter().GetResult();
        };
        await world.Rig.Finish();
        Assert.Contains(world.Rig.Sent, s => s.Message.Id.StartsWith("z-late:", StringComparison.Ordinal));
        Assert.Equal(OutboxState.Sent, world.Rig.Outbox["z-late:changes"].State);
    }

    // An address is changed because nobody there is to read on: one run of minutes must not go by the old one.
    [Fact]
    public async Task A_mail_goes_to_the_address_that_its_recipient_had_some_seconds_ago()
    {
        var world = Edition(4);
        world.Rig.AfterSending = _ =>
        {
            if (world.Rig.Sent.Count != 1)
                return;
            world.Rig.Move("r003", "new@mission.example");
            world.Rig.Clock.Advance(TimeSpan.FromSeconds(6));
        };
        await world.Rig.Finish();
        var sent = Assert.Single(world.Rig.Sent, s => s.Message.Id.StartsWith("r003:", StringComparison.Ordinal));
        Assert.Equal("new@mission.example", sent.Message.To);
    }
}
