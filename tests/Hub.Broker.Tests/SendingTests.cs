using Amqp;
using Amqp.Framing;
using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests;

public sealed class SendingTests
{
    [Fact]
    public async Task A_message_arrives_as_it_was_sent()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        var sent = new ServiceBusMessage("body")
        {
            MessageId = "id",
            CorrelationId = "correlation",
            Subject = "subject",
            ContentType = "text/plain",
            ReplyTo = "here",
            To = "there",
            ApplicationProperties =
            {
                ["text"] = "é", ["number"] = 7L, ["flag"] = true, ["time"] = DateTimeOffset.UnixEpoch, ["span"] = TimeSpan.FromHours(1),
            },
        };
        await sender.SendMessageAsync(sent);

        var received = await bus.Receiver().Next();

        Assert.Equal("body", received.Body.ToString());
        Assert.Equal(
            ("id", "correlation", "subject", "text/plain", "here", "there"),
            (received.MessageId, received.CorrelationId, received.Subject, received.ContentType, received.ReplyTo, received.To));
        Assert.Equal(sent.ApplicationProperties.OrderBy(p => p.Key), received.ApplicationProperties.OrderBy(p => p.Key));
    }

    [Fact]
    public async Task A_message_says_when_it_came_which_number_it_has_and_until_when_it_is_locked()
    {
        await using var bus = await Bus.Start(lockSeconds: 30);
        var before = DateTimeOffset.UtcNow.AddMilliseconds(-1);
        await bus.Send("first", "second");

        var received = await bus.Receiver().Next(2);

        Assert.Equal([1L, 2L], received.Select(m => m.SequenceNumber));
        Assert.All(received, m => Assert.Equal(1, m.DeliveryCount));
        Assert.All(received, m => Assert.InRange(m.EnqueuedTime, before, DateTimeOffset.UtcNow));
        Assert.All(received, m => Assert.InRange(m.LockedUntil, before.AddSeconds(30), DateTimeOffset.UtcNow.AddSeconds(30)));
        Assert.Equal(2, received.Select(m => m.LockToken).Distinct().Count());
        Assert.All(received, m => Assert.Null(m.DeadLetterSource));
    }

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

    [Fact]
    public async Task Queues_do_not_mix()
    {
        await using var bus = await Bus.Start();
        await bus.Send("work");
        await using var sender = bus.Client.CreateSender("other");
        await sender.SendMessageAsync(new ServiceBusMessage("other"));

        Assert.Equal("other", (await bus.Receiver("other").Next()).Body.ToString());
        Assert.Equal("work", (await bus.Receiver().Next()).Body.ToString());
    }

    [Fact]
    public async Task A_name_is_found_in_whatever_case()
    {
        await using var bus = await Bus.Start();
        await bus.Send("one");

        Assert.Equal("one", (await bus.Receiver("WORK").Next()).Body.ToString());
    }

    [Fact]
    public async Task A_queue_that_is_not_in_the_catalogue_is_not_found()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("nowhere");
        await using var receiver = bus.Receiver("nowhere");

        Func<Task>[] calls =
        [
            () => sender.SendMessageAsync(new ServiceBusMessage("x")),
            () => receiver.ReceiveMessageAsync(),
            () => receiver.PeekMessageAsync(),
        ];
        foreach (var call in calls)
        {
            var error = await Assert.ThrowsAsync<ServiceBusException>(call);
            Assert.Equal(ServiceBusFailureReason.MessagingEntityNotFound, error.Reason);
            Assert.Matches("There is no queue '/?nowhere(/.management)?' in the queue catalogue", error.Message);
        }
    }
}
