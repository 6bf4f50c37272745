namespace Hub.Broker.Tests.Receivers;

public sealed class AbandonedMessageTests
{
    [Fact]
    public async Task A_message_abandoned_comes_again_at_once_with_the_properties_given_to_it()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("again");

        await receiver.AbandonMessageAsync(await receiver.Next(), new Dictionary<string, object> { ["why"] = "busy" });
        var second = await receiver.Next();

        Assert.Equal((2, "busy", "again"), (second.DeliveryCount, second.ApplicationProperties["why"], second.Body.ToString()));
    }

    [Fact]
    public async Task A_message_abandoned_keeps_its_turn()
    {
        await using var bus = await Bus.Start();
        await using var receiver = bus.Receiver();
        await bus.Send("first", "second");

        await receiver.AbandonMessageAsync(await receiver.Next());

        Assert.Equal(["first", "second"], (await receiver.Next(2)).Select(m => m.Body.ToString()));
    }
}
