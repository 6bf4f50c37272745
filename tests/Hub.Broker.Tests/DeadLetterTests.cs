using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests;

public sealed class DeadLetterTests
{
    [Fact]
    public async Task A_dead_letter_that_is_forwarded_lives_no_longer_than_it_was_to()
    {
        await using var bus = await Bus.Start(work: [("defaultMessageTimeToLive", "PT1H"), ("maxDeliveryCount", 1)]);
        await bus.Send("x");
        await using var receiver = bus.Receiver();
        await receiver.AbandonMessageAsync(await receiver.Next());

        Assert.Equal(TimeSpan.FromHours(1), (await bus.Receiver("failures").Next()).TimeToLive);
    }

    [Fact]
    public async Task A_dead_letter_is_forwarded_and_says_why_and_from_where()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await using var sender = bus.Client.CreateSender("work");
        await sender.SendMessageAsync(new ServiceBusMessage("x"));
        await sender.SendMessageAsync(new ServiceBusMessage("bad") { MessageId = "id", ApplicationProperties = { ["kept"] = 1 } });
        var messages = await receiver.Next(2);
        await receiver.AbandonMessageAsync(messages[1]);

        await receiver.DeadLetterMessageAsync(
            await receiver.Next(), new Dictionary<string, object> { ["added"] = true }, "Unreadable", "It is no id.");

        var dead = await bus.Receiver("failures").Next();
        Assert.Equal(("bad", "id", "work"), (dead.Body.ToString(), dead.MessageId, dead.DeadLetterSource));
        Assert.Equal(("Unreadable", "It is no id."), (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        Assert.Equal((1, true), (dead.ApplicationProperties["kept"], dead.ApplicationProperties["added"]));
        Assert.Equal((1, 1L, 2L), (dead.DeliveryCount, dead.SequenceNumber, dead.EnqueuedSequenceNumber));
        await receiver.CompleteMessageAsync(messages[0]);
        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_message_may_be_given_up_without_a_reason()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("bad");

        await receiver.DeadLetterMessageAsync(await receiver.Next());

        Assert.Null((await bus.Receiver("failures").Next()).DeadLetterReason);
    }

    [Fact]
    public async Task A_message_abandoned_too_often_is_a_dead_letter()
    {
        await using var bus = await Bus.Start(work: ("maxDeliveryCount", 3));
        await using var receiver = bus.Receiver();
        await bus.Send("poison");

        for (var delivery = 1; delivery <= 3; delivery++)
        {
            var message = await receiver.Next();
            Assert.Equal(delivery, message.DeliveryCount);
            await receiver.AbandonMessageAsync(message);
        }

        var dead = await bus.Receiver("failures").Next();
        Assert.Equal("MaxDeliveryCountExceeded", dead.DeadLetterReason);
        Assert.Contains("3 delivery attempts", dead.DeadLetterErrorDescription, StringComparison.Ordinal);
        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_message_whose_lock_expires_too_often_is_a_dead_letter()
    {
        await using var bus = await Bus.Start(lockSeconds: 0.5, work: ("maxDeliveryCount", 2));
        await using var receiver = bus.Receiver();
        await bus.Send("poison");
        await receiver.Next(2);

        Assert.Equal("MaxDeliveryCountExceeded", (await bus.Receiver("failures").Next()).DeadLetterReason);
    }

    [Fact]
    public async Task Dead_letters_that_are_not_forwarded_stay_in_the_sub_queue()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver("other");
        await using var sender = bus.Client.CreateSender("other");
        await using var deadLetters = bus.Receiver("other", subQueue: SubQueue.DeadLetter);
        await sender.SendMessageAsync(new ServiceBusMessage("bad"));
        await receiver.DeadLetterMessageAsync(await receiver.Next(), "why", "because");

        Assert.Equal("bad", (await deadLetters.PeekMessageAsync()).Body.ToString());
        var dead = await deadLetters.Next();
        await deadLetters.RenewMessageLockAsync(dead);
        Assert.Equal(("why", "because"), (dead.DeadLetterReason, dead.DeadLetterErrorDescription));
        await deadLetters.CompleteMessageAsync(dead);
        Assert.Null(await deadLetters.PeekMessageAsync(fromSequenceNumber: 0));
    }

    [Fact]
    public async Task A_dead_letter_abandoned_ever_so_often_stays()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver("other");
        await using var sender = bus.Client.CreateSender("other");
        await using var deadLetters = bus.Receiver("other", subQueue: SubQueue.DeadLetter);
        await sender.SendMessageAsync(new ServiceBusMessage("bad"));
        await receiver.DeadLetterMessageAsync(await receiver.Next());

        for (var i = 0; i < 15; i++)
            await deadLetters.AbandonMessageAsync(await deadLetters.Next());
        var message = await deadLetters.Next();
        await Assert.ThrowsAsync<InvalidOperationException>(() => deadLetters.DeadLetterMessageAsync(message));

        await deadLetters.CompleteMessageAsync(message);
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_the_dead_letters()
    {
        await using var bus = await Bus.Start();
        await using var sender = bus.Client.CreateSender("other/$deadletterqueue");

        await Assert.ThrowsAsync<InvalidOperationException>(() => sender.SendMessageAsync(new ServiceBusMessage("x")));
    }
}
