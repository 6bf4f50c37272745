using Azure.Messaging.ServiceBus;
using Hub.LocalProcesses;

namespace Hub.Broker.Tests;

public sealed class TimeTests
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("P1D", 1)]
    [InlineData("PT1S", 3600)]
    public async Task A_message_vanishes_after_the_shorter_of_the_queues_time_to_live_and_its_own(string queueTime, int ownSeconds)
    {
        await using var bus = await Bus.Start(work: ("defaultMessageTimeToLive", queueTime));
        await using var sender = bus.Client.CreateSender("work");
        await using var receiver = bus.Receiver();
        await sender.SendMessageAsync(new ServiceBusMessage("x") { TimeToLive = TimeSpan.FromSeconds(ownSeconds) });

        Assert.NotNull(await receiver.PeekMessageAsync(fromSequenceNumber: 0));
        await Eventually.True(async () => await receiver.PeekMessageAsync(fromSequenceNumber: 0) is null, "the message expires");

        await bus.Receiver("failures").IsEmpty();
    }

    [Fact]
    public async Task A_message_that_expires_is_a_dead_letter_where_the_queue_wants_that()
    {
        await using var bus = await Bus.Start(
            work: [("defaultMessageTimeToLive", "PT1S"), ("deadLetteringOnMessageExpiration", true)]);
        await bus.Send("x");

        var letter = await bus.Receiver("failures").Next();

        Assert.Equal(("x", "TTLExpiredException"), (letter.Body.ToString(), letter.DeadLetterReason));
    }

    [Fact]
    public async Task A_message_says_how_long_it_may_wait()
    {
        await using var bus = await Bus.Start(work: ("defaultMessageTimeToLive", "PT1H"));
        await bus.Send("x");

        var message = await bus.Receiver().Next();

        Assert.Equal(TimeSpan.FromHours(1), message.TimeToLive);
        Assert.Equal(message.EnqueuedTime.AddHours(1), message.ExpiresAt);
    }

    [Fact]
    public async Task A_message_that_expires_while_it_is_locked_may_be_completed_and_does_not_come_back()
    {
        await using var bus = await Bus.Start(lockSeconds: 3, work: ("defaultMessageTimeToLive", "PT1S"));
        await using var receiver = bus.Receiver();
        await bus.Send("one", "two");
        var messages = await receiver.Next(2);
        await Eventually.True(() => DateTimeOffset.UtcNow > messages[1].ExpiresAt, "both are over");

        await receiver.CompleteMessageAsync(messages[0]);
        await receiver.AbandonMessageAsync(messages[1]);

        Assert.Null(await receiver.PeekMessageAsync(fromSequenceNumber: 0));
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        await using var receiver = bus.Receiver();
        var time = DateTimeOffset.UtcNow + Short;
        await sender.ScheduleMessageAsync(new ServiceBusMessage("by request"), time);
        await sender.SendMessageAsync(new ServiceBusMessage("by link") { ScheduledEnqueueTime = time });
        await bus.Send("at once");

        var received = await receiver.Next(3);

        // On a slow machine the third is sent when the time of the others has come: they come in the order of their times all the same.
        Assert.Equal(["at once", "by link", "by request"], received.Select(m => m.Body.ToString()).Order());
        Assert.Equal(received.OrderBy(m => m.EnqueuedTime).Select(m => $"{m.Body}"), received.Select(m => $"{m.Body}"));
        Assert.True(DateTimeOffset.UtcNow >= time);
        Assert.All(
            received.Where(m => m.Body.ToString() != "at once"),
            m => Assert.InRange(m.EnqueuedTime, time.AddMilliseconds(-1), time.AddMilliseconds(1)));
    }

    [Fact]
    public async Task A_scheduled_message_lives_from_its_time_on()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        var time = DateTimeOffset.UtcNow.AddSeconds(2);
        await sender.ScheduleMessageAsync(new ServiceBusMessage("x") { TimeToLive = TimeSpan.FromSeconds(1.5) }, time);

        await bus.Receiver().Next();
    }

    [Fact]
    public async Task A_scheduled_message_may_be_called_off_until_its_time()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("work");
        await using var receiver = bus.Receiver();
        // Far enough that no machine is too slow to call it off.
        var called = await sender.ScheduleMessageAsync(new ServiceBusMessage("one"), DateTimeOffset.UtcNow.AddHours(1));
        Assert.Equal(ServiceBusMessageState.Scheduled, (await receiver.PeekMessageAsync(fromSequenceNumber: 0)).State);

        await sender.CancelScheduledMessageAsync(called);
        Assert.Null(await receiver.PeekMessageAsync(fromSequenceNumber: 0));

        var sent = await sender.ScheduleMessageAsync(new ServiceBusMessage("two"), DateTimeOffset.UtcNow + Short);
        Assert.Equal("two", (await receiver.Next()).Body.ToString());
        long[] numbers = [called, sent];
        foreach (var number in numbers)
        {
            var error = await Assert.ThrowsAsync<ServiceBusException>(() => sender.CancelScheduledMessageAsync(number));
            Assert.Equal(ServiceBusFailureReason.MessageNotFound, error.Reason);
        }
    }
}
