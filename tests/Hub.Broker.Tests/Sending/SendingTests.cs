using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Sending;

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
}
