using System.Collections.Concurrent;
using Amqp;
using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

public sealed class ReceivingTests
{
    [Fact]
    public async Task A_receiver_gets_no_more_than_it_asked_for()
    {
        await using var bus = await Bus.Start();
        await bus.Send([.. Enumerable.Range(0, 20).Select(n => $"{n}")]);

        Assert.Equal(5, (await bus.Receiver().ReceiveMessagesAsync(5)).Count);

        Assert.Equal(15, (await bus.Receiver().Next(15)).Count);
    }

    [Fact]
    public async Task A_receiver_that_asks_for_less_than_before_gets_no_more_than_that()
    {
        await using var bus = await Bus.Start();
        var connection = await Hostile.Connect(bus.Broker.Port);
        var session = new Session(connection);
        var receiver = new ReceiverLink(session, "modest", "work");
        // Ten, then four, then the same four once more.
        foreach (var change in new[] { 10, -6, 0 })
            receiver.SetCredit(change, autoRestore: false);
        // What is answered on the same connection comes after what was asked before.
        await new SenderLink(session, "after", "other").SendAsync(new Message("x"));
        await bus.Send([.. Enumerable.Range(0, 20).Select(n => $"{n}")]);

        await Take(receiver, 4);
        receiver.SetCredit(4, autoRestore: false);
        await Take(receiver, 4);

        Assert.Equal(
            Enumerable.Range(8, 12).Select(n => $"{n}"),
            (await bus.Receiver(prefetch: 12).Next(12)).Select(m => m.Body.ToString()));
        await connection.CloseAsync();
    }

    [Fact]
    public async Task A_receiver_that_waits_gets_a_message_when_it_comes()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await receiver.IsEmpty();
        var waiting = receiver.Next();

        await bus.Send("new");

        Assert.Equal("new", (await waiting).Body.ToString());
    }

    [Fact]
    public async Task Receivers_share_the_messages()
    {
        await using var bus = await Bus.Start();
        var receivers = Enumerable.Range(0, 4).Select(_ => bus.Receiver()).ToList();
        var waiting = receivers.Select(r => r.Next()).ToList();

        await bus.Send("1", "2", "3", "4");

        Assert.Equal(["1", "2", "3", "4"], (await Task.WhenAll(waiting)).Select(m => m.Body.ToString()).Order());
    }

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

    [Fact]
    public async Task A_receiver_whose_wait_was_in_vain_closes_without_delay()
    {
        await using var bus = await Bus.Start();
        var receiver = bus.Receiver();
        await receiver.IsEmpty();

        // The client asks for the credit back, and waits a minute for the answer.
        await receiver.CloseAsync().WaitAsync(Bus.Soon);

        await bus.Send("for the next");
        Assert.Equal(1, (await bus.Receiver().Next()).DeliveryCount);
    }

    [Fact]
    public async Task A_message_for_a_receiver_that_no_longer_waits_goes_to_the_next_uncounted()
    {
        await using var bus = await Bus.Start();
        await using var tired = bus.Receiver();
        await tired.IsEmpty();
        await using var next = bus.Receiver();
        await bus.Send("one");

        Assert.Equal(1, (await next.Next()).DeliveryCount);
    }

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

    private static async Task Take(ReceiverLink receiver, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.NotNull(await receiver.ReceiveAsync(Bus.Soon));
    }

    private static Task Note(ConcurrentBag<string> seen, ProcessMessageEventArgs message)
    {
        seen.Add(message.Message.Body.ToString());
        return Task.CompletedTask;
    }
}
