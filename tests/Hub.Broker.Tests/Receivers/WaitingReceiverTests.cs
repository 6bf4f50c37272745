namespace Hub.Broker.Tests.Receivers;

public sealed class WaitingReceiverTests
{
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
}
