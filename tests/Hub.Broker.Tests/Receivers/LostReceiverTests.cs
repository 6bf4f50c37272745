namespace Hub.Broker.Tests.Receivers;

public sealed class LostReceiverTests
{
    [Fact]
    public async Task A_receiver_that_closes_keeps_the_lock_until_it_expires()
    {
        await using var bus = await Bus.Start(lockSeconds: 2);
        await bus.Send("held");
        var receiver = bus.Receiver();
        var held = await receiver.Next();
        await receiver.CloseAsync();

        var next = await bus.Receiver().Next();

        Assert.Equal(2, next.DeliveryCount);
        Assert.True(next.EnqueuedTime <= held.LockedUntil && DateTimeOffset.UtcNow >= held.LockedUntil);
    }

    [Fact]
    public async Task A_message_may_be_settled_after_its_connection_was_lost()
    {
        await using var bus = await Bus.Start();
        await using var proxy = new Proxy(bus.Broker.Port);
        await using var client = Bus.Connect(proxy.Port, retries: 5);
        await using var receiver = client.CreateReceiver("work");
        await bus.Send("kept", "given up");
        var messages = await receiver.Next(2);
        proxy.Cut();
        await receiver.PeekMessageAsync();

        await receiver.CompleteMessageAsync(messages[0]);
        await receiver.DeadLetterMessageAsync(messages[1], "why", "because");

        Assert.Null(await receiver.PeekMessageAsync());
        var dead = await bus.Receiver("failures").Next();
        Assert.Equal(("given up", "why", "because"), (dead.Body.ToString(), dead.DeadLetterReason, dead.DeadLetterErrorDescription));
    }
}
