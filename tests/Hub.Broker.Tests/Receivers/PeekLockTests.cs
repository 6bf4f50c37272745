namespace Hub.Broker.Tests.Receivers;

public sealed class PeekLockTests
{
    [Fact]
    public async Task A_message_completed_does_not_come_again()
    {
        await using var bus = await Bus.Start(lockSeconds: 1);
        await using var receiver = bus.Receiver();
        await bus.Send("done");
        var message = await receiver.Next();

        await receiver.CompleteMessageAsync(message);

        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_message_not_settled_is_delivered_again()
    {
        await using var bus = await Bus.Start(lockSeconds: 1);
        await using var receiver = bus.Receiver();
        await bus.Send("again");

        var first = await receiver.Next();
        var second = await receiver.Next();

        Assert.Equal((1, 2), (first.DeliveryCount, second.DeliveryCount));
        Assert.Equal(
            (first.SequenceNumber, first.MessageId, first.EnqueuedTime), (second.SequenceNumber, second.MessageId, second.EnqueuedTime));
        Assert.Equal("again", second.Body.ToString());
        Assert.NotEqual(first.LockToken, second.LockToken);
        await receiver.CompleteMessageAsync(second);
    }

    [Fact]
    public async Task A_locked_message_is_not_delivered_to_another()
    {
        await using var bus = await Bus.Start();
        await bus.Send("one");
        await bus.Receiver().Next();

        await bus.Receiver().IsEmpty();
    }
}
