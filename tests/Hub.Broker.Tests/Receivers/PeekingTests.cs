using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Receivers;

public sealed class PeekingTests
{
    [Fact]
    public async Task Messages_are_peeked_in_order_whatever_they_wait_for_and_stay()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        await using var receiver = bus.Receiver();
        await bus.Send("locked", "ready");
        await receiver.Next();
        await sender.ScheduleMessageAsync(new ServiceBusMessage("scheduled"), DateTimeOffset.UtcNow.AddHours(1));

        var all = await receiver.PeekMessagesAsync(10, fromSequenceNumber: 0);
        var second = await receiver.PeekMessagesAsync(1, fromSequenceNumber: 2);

        Assert.Equal(["locked", "ready", "scheduled"], all.Select(m => m.Body.ToString()));
        Assert.Equal("ready", Assert.Single(second).Body.ToString());
        Assert.Equal("ready", (await receiver.Next()).Body.ToString());
    }

    [Fact]
    public async Task What_this_broker_cannot_do_is_refused_and_said_so()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();

        var deferred = await Assert.ThrowsAsync<NotSupportedException>(() => receiver.ReceiveDeferredMessageAsync(1));
        var session = await Assert.ThrowsAsync<InvalidOperationException>(() => bus.Client.AcceptSessionAsync("work", "session"));

        Assert.Contains("'com.microsoft:receive-by-sequence-number' is not supported", deferred.Message, StringComparison.Ordinal);
        Assert.Contains("Queue 'work' has no sessions", session.Message, StringComparison.Ordinal);
    }
}
