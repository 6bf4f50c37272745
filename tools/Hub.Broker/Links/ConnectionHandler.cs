using System.Net.Sockets;
using Amqp.Handler;

namespace Hub.Broker.Links;

/// <summary>What AMQPNetLite leaves to its host, for one connection: tags of deliveries, and who connects and says nothing.</summary>
internal sealed class ConnectionHandler(TimeProvider time) : IHandler
{
    private static readonly TimeSpan OpensWithin = TimeSpan.FromSeconds(10);

    private ITimer? _patience;

    public bool CanHandle(EventId id) => id is EventId.SocketAccept or EventId.ConnectionRemoteOpen or EventId.SendDelivery;

    public void Handle(Event happened)
    {
        if (happened.Id == EventId.SocketAccept)
            _patience = time.CreateTimer(
                socket => ((Socket)socket!).Dispose(), happened.Context, OpensWithin, Timeout.InfiniteTimeSpan);
        else if (happened.Id == EventId.ConnectionRemoteOpen)
            _patience?.Dispose();
        else if (happened.Context is IDelivery { Message: Delivery delivery } sent)
            sent.Tag = delivery.LockToken.ToByteArray();
    }
}
