using Amqp;
using Amqp.Framing;
using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Sending;

public sealed class RefusedBatchTests
{
    [Fact]
    public async Task A_batch_that_does_not_fit_is_refused_as_a_whole()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        for (var i = 0; i < 33; i++)
            await sender.SendMessageAsync(new ServiceBusMessage(new BinaryData(new byte[1_000_000])));

        await Assert.ThrowsAsync<ServiceBusException>(() => sender.SendMessagesAsync(
            Enumerable.Range(0, 10).Select(_ => new ServiceBusMessage(new BinaryData(new byte[90_000])))));

        Assert.NotNull(await bus.Receiver().PeekMessageAsync(fromSequenceNumber: 33));
        Assert.Null(await bus.Receiver().PeekMessageAsync(fromSequenceNumber: 34));
    }

    [Fact]
    public async Task A_batch_that_cannot_be_read_is_refused_and_its_link_goes_on()
    {
        await using var bus = await Bus.Start();
        var connection = await Hostile.Connect(bus.Broker.Port);
        var sender = new SenderLink(new Session(connection), "broken", "work");

        var error = await Assert.ThrowsAsync<AmqpException>(
            () => sender.SendAsync(new Message { Format = 0x80013700, BodySection = new Data { Binary = [1, 2, 3] } }));
        await sender.SendAsync(new Message("good"));

        Assert.StartsWith("amqp:", error.Error.Condition, StringComparison.Ordinal);
        Assert.Single(await bus.Receiver().Next(1));
        await connection.CloseAsync();
    }
}
