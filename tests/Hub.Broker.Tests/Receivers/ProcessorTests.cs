using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests.Receivers;

public sealed class ProcessorTests : ReceivingCase
{
    [Fact]
    public async Task A_processor_handles_every_message_once_and_gives_up_what_fails()
    {
        await using var bus = await Bus.Start(work: ("maxDeliveryCount", 3));
        var (handled, failed) = (new ConcurrentBag<string>(), new ConcurrentBag<int>());
        await using var processor = bus.Client.CreateProcessor("work", new ServiceBusProcessorOptions { MaxConcurrentCalls = 16 });
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += message =>
        {
            if (message.Message.Body.ToString() != "poison")
                return Note(handled, message);
            failed.Add(message.Message.DeliveryCount);
            throw new InvalidOperationException("poison");
        };
        await processor.StartProcessingAsync();

        await bus.Send([.. Enumerable.Range(0, 100).Select(n => $"{n}"), "poison", .. Enumerable.Range(100, 100).Select(n => $"{n}")]);

        Assert.Equal("poison", (await bus.Receiver("failures").Next()).Body.ToString());
        await Eventually.True(() => handled.Count == 200, "all messages are processed");
        Assert.Equal(200, handled.Distinct().Count());
        Assert.Equal([1, 2, 3], failed.Order());
        await Eventually.True(async () => await bus.Receiver().PeekMessageAsync() is null, "all are completed");
    }

    [Fact]
    public async Task A_processor_keeps_the_lock_of_a_message_that_takes_long()
    {
        await using var bus = await Bus.Start(lockSeconds: 2);
        var calls = 0;
        var release = new TaskCompletionSource();
        await using var processor = bus.Client.CreateProcessor("work");
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += _ =>
        {
            Interlocked.Increment(ref calls);
            return release.Task;
        };
        await processor.StartProcessingAsync();
        await bus.Send("long");

        var began = DateTimeOffset.UtcNow;
        await Eventually.True(() => DateTimeOffset.UtcNow > began.AddSeconds(5), "two locks would have expired");
        release.SetResult();

        await Eventually.True(async () => await bus.Receiver().PeekMessageAsync() is null, "the message is completed");
        Assert.Equal(1, calls);
    }
}
