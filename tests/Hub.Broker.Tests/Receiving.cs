using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests;

internal static class Receiving
{
    /// <summary>The next message, which has to come.</summary>
    public static async Task<ServiceBusReceivedMessage> Next(this ServiceBusReceiver receiver) =>
        await receiver.ReceiveMessageAsync(Bus.Soon) ?? throw new TimeoutException($"No message came from {receiver.EntityPath}.");

    /// <summary>
    /// So many messages, as they come in. A client that fetches none ahead gives back what came too late for one call, and later ones may
    /// be on their way by then: who looks at their order fetches ahead.
    /// </summary>
    public static async Task<List<ServiceBusReceivedMessage>> Next(this ServiceBusReceiver receiver, int count)
    {
        var all = new List<ServiceBusReceivedMessage>();
        while (all.Count < count)
        {
            var some = await receiver.ReceiveMessagesAsync(count - all.Count, Bus.Soon);
            if (some.Count == 0)
                throw new TimeoutException($"Only {all.Count} of {count} messages came from {receiver.EntityPath}.");
            all.AddRange(some);
        }
        return all;
    }

    /// <summary>Asserts that nothing is there to be received.</summary>
    public static async Task IsEmpty(this ServiceBusReceiver receiver) =>
        Assert.Null(await receiver.ReceiveMessageAsync(Bus.NotExpected));
}
