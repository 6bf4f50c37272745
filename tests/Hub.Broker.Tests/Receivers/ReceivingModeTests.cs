namespace Hub.Broker.Tests.Receivers;

public sealed class ReceivingModeTests
{
    [Fact]
    public async Task A_message_received_to_be_deleted_is_gone()
    {
        await using var bus = await Bus.Start(lockSeconds: 1);
        await using var receiver = bus.Receiver(delete: true);
        await bus.Send("once", "twice");

        var received = await receiver.Next(2);

        Assert.Equal(["once", "twice"], received.Select(m => m.Body.ToString()));
        Assert.Null(await receiver.PeekMessageAsync());
    }

    [Fact]
    public async Task A_message_cannot_be_deferred_and_stays_with_its_receiver()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("later");
        var message = await receiver.Next();

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => receiver.DeferMessageAsync(message));

        Assert.Contains("not supported by this broker", error.Message, StringComparison.Ordinal);
    }
}
