using Azure.Messaging.ServiceBus;

namespace Hub.Benchmarks.Floors;

/// <summary>
/// A process in which Service Bus's own client hands messages to a handler that does what the empty function does: the floor of a message
/// through host and worker, whose host uses the same client with the same options.
/// </summary>
internal static class BareProcessor
{
    /// <summary>As many as host.json lets run at once.</summary>
    public const int AtOnce = 16;

    public static async Task<int> Run(string connection, string calls, string replies)
    {
        await using var bus = new ServiceBusClient(connection);
        await using var sender = bus.CreateSender(replies);
        await using var processor = bus.CreateProcessor(
            calls, new ServiceBusProcessorOptions { MaxConcurrentCalls = AtOnce, MaxAutoLockRenewalDuration = TimeSpan.FromMinutes(5) });
        processor.ProcessMessageAsync += call => sender.SendMessageAsync(new(call.Message.Body));
        processor.ProcessErrorAsync += error => Console.Error.WriteLineAsync(error.Exception.Message);
        await processor.StartProcessingAsync();
        Console.WriteLine("Serving.");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }
}
