using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests.Receivers;

public sealed class FetchingAheadTests : ReceivingCase
{
    [Fact]
    public async Task Messages_are_fetched_ahead_and_given_back_uncounted_when_the_receiver_closes()
    {
        await using var bus = await Bus.Start();
        var receiver = bus.Receiver(prefetch: 10);
        await bus.Send([.. Enumerable.Range(0, 30).Select(n => $"{n}")]);
        await receiver.CompleteMessageAsync(await receiver.Next());
        await receiver.CloseAsync();

        var rest = await bus.Receiver().Next(29);

        Assert.Equal(Enumerable.Range(1, 29).Select(n => $"{n}"), rest.Select(m => m.Body.ToString()));
        Assert.All(rest, m => Assert.Equal(1, m.DeliveryCount));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task Whatever_is_fetched_ahead_every_message_comes_once(int prefetch)
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver(prefetch: prefetch);
        await bus.Send([.. Enumerable.Range(0, 200).Select(n => $"{n}")]);

        var seen = new List<string>();
        while (seen.Count < 200)
            foreach (var message in await receiver.ReceiveMessagesAsync(20, Bus.Soon))
            {
                seen.Add(message.Body.ToString());
                await receiver.CompleteMessageAsync(message);
            }

        Assert.Equal(Enumerable.Range(0, 200).Select(n => $"{n}"), seen);
        Assert.Null(await receiver.PeekMessageAsync(fromSequenceNumber: 0));
    }

    [Fact]
    public async Task What_is_fetched_ahead_may_be_changed_while_messages_come()
    {
        await using var bus = await Bus.Start();
        await using var processor = bus.Client.CreateProcessor(
            "work", new ServiceBusProcessorOptions { PrefetchCount = 50, MaxConcurrentCalls = 4 });
        var seen = new ConcurrentBag<string>();
        processor.ProcessMessageAsync += message => Note(seen, message);
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await processor.StartProcessingAsync();

        for (var round = 0; round < 10; round++)
        {
            await bus.Send([.. Enumerable.Range(0, 20).Select(n => $"{round}-{n}")]);
            processor.UpdatePrefetchCount(round % 2 == 0 ? 2 : 60);
        }

        await Eventually.True(() => seen.Count == 200, "all messages are processed");
        Assert.Equal(200, seen.Distinct().Count());
    }
}
