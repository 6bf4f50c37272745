using System.Collections.Concurrent;
using Azure.Messaging.ServiceBus;

namespace Hub.Broker.Tests.Receivers;

/// <summary>What these tests share.</summary>
public abstract class ReceivingCase
{
    private protected static Task Note(ConcurrentBag<string> seen, ProcessMessageEventArgs message)
    {
        seen.Add(message.Message.Body.ToString());
        return Task.CompletedTask;
    }
}
