using Amqp;

namespace Hub.Broker.Tests.Receivers;

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

    private static async Task Take(ReceiverLink receiver, int count)
    {
        for (var i = 0; i < count; i++)
            Assert.NotNull(await receiver.ReceiveAsync(Bus.Soon));
    }
}
