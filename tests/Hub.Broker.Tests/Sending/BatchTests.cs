using Amqp;
using Amqp.Framing;
using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Sending;

public sealed class BatchTests
{
    [Fact]
    public async Task Messages_of_a_batch_arrive_one_by_one_in_their_order()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        using var batch = await sender.CreateMessageBatchAsync();
        foreach (var number in Enumerable.Range(0, 300))
            Assert.True(batch.TryAddMessage(new ServiceBusMessage($"{number}") { ApplicationProperties = { ["number"] = number } }));
        await sender.SendMessagesAsync(batch);

        var received = await bus.Receiver(prefetch: 300).Next(300);

        Assert.Equal(Enumerable.Range(0, 300), received.Select(m => (int)m.ApplicationProperties["number"]));
        Assert.Equal(Enumerable.Range(0, 300).Select(n => $"{n}"), received.Select(m => m.Body.ToString()));
    }

    [Fact]
    public async Task A_batch_of_one_message_is_that_message()
    {
        await using var bus = await Bus.Start();
        var connection = await Hostile.Connect(bus.Broker.Port);
        var alone = new Message { BodySection = new Data { Binary = "alone"u8.ToArray() } }.Encode();
        await new SenderLink(new Session(connection), "batch", "work").SendAsync(new Message
        {
            Format = 0x80013700,
            BodySection = new Data { Buffer = alone },
        });

        Assert.Equal("alone", (await bus.Receiver().Next()).Body.ToString());
        await connection.CloseAsync();
    }
}
