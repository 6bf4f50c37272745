using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests.Receivers;

public sealed class LockTests
{
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
}
