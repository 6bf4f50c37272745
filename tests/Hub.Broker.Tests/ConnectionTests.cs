using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

public sealed class ConnectionTests
{
    [Fact]
    public async Task A_broker_that_was_killed_and_starts_again_serves_the_clients_it_had()
    {
        await using var bus = await Bus.Start();
        await using var client = Bus.Connect(bus.Broker.Port, retries: 8);
        await using var sender = client.CreateSender("work");
        await using var receiver = client.CreateReceiver("work");
        await sender.SendMessageAsync(new ServiceBusMessage("lost"));
        await receiver.PeekMessageAsync();
        var waiting = receiver.Next();
        await receiver.CompleteMessageAsync(await waiting);

        await bus.Broker.Kill();
        await bus.Broker.Restart();

        await sender.SendMessageAsync(new ServiceBusMessage("new"));
        var message = await receiver.Next();
        Assert.Equal("new", message.Body.ToString());
        await receiver.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task A_processor_outlives_a_broker_that_is_killed_and_starts_again()
    {
        await using var bus = await Bus.Start();
        await using var client = Bus.Connect(bus.Broker.Port, retries: 8);
        await using var processor = client.CreateProcessor("work");
        var handled = 0;
        processor.ProcessErrorAsync += _ => Task.CompletedTask;
        processor.ProcessMessageAsync += _ => Task.FromResult(Interlocked.Increment(ref handled));
        await processor.StartProcessingAsync();
        await bus.Send("before");
        await Eventually.True(() => handled == 1, "the first is processed");

        await bus.Broker.Kill();
        await bus.Broker.Restart();

        await using var sender = client.CreateSender("work");
        await sender.SendMessageAsync(new ServiceBusMessage("after"));
        await Eventually.True(() => handled == 2, "the second is processed");
    }

    [Fact]
    public async Task What_a_vanished_client_had_comes_to_another_when_its_lock_expires()
    {
        await using var bus = await Bus.Start(lockSeconds: 2);
        await using var proxy = new Proxy(bus.Broker.Port);
        await using var vanishing = Bus.Connect(proxy.Port);
        await bus.Send("held", "fetched ahead", "free");
        await using var receiver = vanishing.CreateReceiver("work", new ServiceBusReceiverOptions { PrefetchCount = 2 });
        var held = await receiver.Next();
        await Eventually.True(async () => (await bus.Receiver().PeekMessagesAsync(10, 0)).Count == 3, "all are there");

        proxy.Cut();
        await proxy.DisposeAsync();

        var others = await bus.Receiver().Next(3);
        Assert.Equal(
            [("fetched ahead", 2), ("free", 1), ("held", 2)],
            others.Select(m => (m.Body.ToString(), m.DeliveryCount)).OrderBy(m => m.Item1));
        Assert.True(DateTimeOffset.UtcNow >= held.LockedUntil);
    }

    [Fact]
    public async Task A_message_for_a_client_that_just_vanished_is_not_lost()
    {
        await using var bus = await Bus.Start(lockSeconds: 1);
        await using var proxy = new Proxy(bus.Broker.Port);
        await using var vanishing = Bus.Connect(proxy.Port);
        var receivers = Enumerable.Range(0, 10).Select(_ => vanishing.CreateReceiver("work")).ToList();
        var waiting = receivers.Select(r => Record.ExceptionAsync(() => r.ReceiveMessageAsync(Bus.Soon))).ToList();
        await using var receiver = bus.Receiver();
        await Task.WhenAll(receivers.Select(r => r.PeekMessageAsync()));

        var sending = bus.Send([.. Enumerable.Range(0, 50).Select(n => $"{n}")]);
        proxy.Cut();
        await sending;

        var received = await receiver.Next(40);
        Assert.Equal(40, received.Select(m => m.SequenceNumber).Distinct().Count());
        await proxy.DisposeAsync();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Many_clients_at_once_are_served()
    {
        await using var bus = await Bus.Start();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(async n =>
        {
            await using var client = Bus.Connect(bus.Broker.Port, retries: 3);
            await using var sender = client.CreateSender("work");
            await sender.SendMessageAsync(new ServiceBusMessage($"{n}"));
            await using var receiver = client.CreateReceiver("work");
            await receiver.CompleteMessageAsync(await receiver.Next());
        }));

        Assert.Null(await bus.Receiver().PeekMessageAsync());
    }
}
