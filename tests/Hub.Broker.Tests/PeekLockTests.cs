using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

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

    [Fact]
    public async Task A_message_abandoned_comes_again_at_once_with_the_properties_given_to_it()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("again");

        await receiver.AbandonMessageAsync(await receiver.Next(), new Dictionary<string, object> { ["why"] = "busy" });
        var second = await receiver.Next();

        Assert.Equal((2, "busy", "again"), (second.DeliveryCount, second.ApplicationProperties["why"], second.Body.ToString()));
    }

    [Fact]
    public async Task A_message_abandoned_keeps_its_turn()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("first", "second");

        await receiver.AbandonMessageAsync(await receiver.Next());

        Assert.Equal(["first", "second"], (await receiver.Next(2)).Select(m => m.Body.ToString()));
    }

    [Fact]
    public async Task Who_settles_after_the_lock_has_expired_is_told_that_it_is_lost()
    {
        await using var bus = await Bus.Start(lockSeconds: 1);
        await using var receiver = bus.Receiver();
        await using var other = bus.Receiver();
        await bus.Send("late");
        var late = await receiver.Next();
        var second = await other.Next();

        foreach (var call in (Func<Task>[])
            [() => receiver.CompleteMessageAsync(late), () => receiver.RenewMessageLockAsync(late)])
            Assert.Equal(ServiceBusFailureReason.MessageLockLost, (await Assert.ThrowsAsync<ServiceBusException>(call)).Reason);

        await other.CompleteMessageAsync(second);
    }

    [Fact]
    public async Task A_lock_is_kept_by_renewing_it()
    {
        await using var bus = await Bus.Start(lockSeconds: 2);
        await using var receiver = bus.Receiver();
        await bus.Send("long");
        var message = await receiver.Next();
        var firstEnd = message.LockedUntil;

        await Eventually.True(
            async () =>
            {
                await receiver.RenewMessageLockAsync(message);
                return DateTimeOffset.UtcNow > firstEnd.AddSeconds(1);
            },
            "the first lock would have expired");

        Assert.True(message.LockedUntil > firstEnd);
        await bus.Receiver().IsEmpty();
        await receiver.CompleteMessageAsync(message);
        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_message_received_to_be_deleted_is_gone()
    {
        await using var bus = await Bus.Start(lockSeconds: 1);
        await using var receiver = bus.Receiver(delete: true);
        await bus.Send("once", "twice");

        var received = await receiver.Next(2);

        Assert.Equal(["once", "twice"], received.Select(m => m.Body.ToString()));
        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_message_cannot_be_deferred_and_stays_with_its_receiver()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("later");
        var message = await receiver.Next();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => receiver.DeferMessageAsync(message));

        Assert.Contains("not supported by this broker", error.Message, StringComparison.Ordinal);
    }

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
