using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Sending;

public sealed class QueueNameTests
{
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
