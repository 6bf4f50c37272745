using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Sending;

public sealed class MessageSizeTests
{
    [Fact]
    public async Task A_message_larger_than_the_maximum_is_refused()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");

        var error = await Assert.ThrowsAsync<ServiceBusException>(
            () => sender.SendMessageAsync(new ServiceBusMessage(new BinaryData(new byte[(1024 * 1024) + 1]))));

        Assert.Equal(ServiceBusFailureReason.MessageSizeExceeded, error.Reason);
    }

    [Fact]
    public async Task The_largest_message_arrives_whatever_the_broker_adds_to_it()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        var size = 1024 * 1024;
        Task Send() => sender.SendMessageAsync(new ServiceBusMessage(new BinaryData(new byte[size])));
        while (await Record.ExceptionAsync(Send) is not null)
            size--;
        await using var receiver = bus.Receiver();

        await receiver.DeadLetterMessageAsync(await receiver.Next(), new string('r', 4000), new string('d', 4000));

        Assert.InRange(size, (1024 * 1024) - 200, 1024 * 1024);
        Assert.Equal(size, (await bus.Receiver("failures").Next()).Body.ToArray().Length);
    }

    [Fact]
    public async Task A_full_queue_refuses_messages_until_some_are_taken()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        var large = new BinaryData(new byte[1_000_000]);

        var sent = 0;
        var error = await Record.ExceptionAsync(async () =>
        {
            for (; sent < 50; sent++)
                await sender.SendMessageAsync(new ServiceBusMessage(large));
        });

        Assert.Equal(33, sent);
        Assert.Equal(ServiceBusFailureReason.QuotaExceeded, Assert.IsType<ServiceBusException>(error).Reason);
        Assert.Contains("Queue 'work' is full", error.Message, StringComparison.Ordinal);
        await bus.Receiver(delete: true).Next();
        await sender.SendMessageAsync(new ServiceBusMessage(large));
    }
}
