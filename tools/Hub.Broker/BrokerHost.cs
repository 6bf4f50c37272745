using System.Net;
using System.Net.Sockets;
using Amqp;
using Amqp.Listener;
using Amqp.Sasl;
using Hub.Broker.Catalogue;
using Hub.Broker.Links;
using Hub.Broker.Queues;
using Hub.Broker.Requests;

namespace Hub.Broker;

/// <summary>Azure Service Bus for this machine: queues in memory behind AMQP 1.0 on a loopback port.</summary>
public sealed class BrokerHost
{
    // The mechanism of Azure's clients: they say who they are afterwards, by a token for each link.
    private const string TokenMechanism = "MSSBCBS";

    // A connection on which nothing comes for so long is closed; its client is asked for a sign of life after half of it.
    private const int IdleMilliseconds = 120_000;

    private const int MaxFrameBytes = 64 * 1024;

    private readonly int _port;
    private readonly ContainerHost _host;

    public BrokerHost(int port, IReadOnlyList<QueueSettings> settings, TimeProvider time)
    {
        _port = port;
        _host = new ContainerHost(new Address("127.0.0.1", port, scheme: "amqp"));
        var listener = _host.Listeners[0];
        listener.SASL.EnableMechanism(TokenMechanism, SaslProfile.Anonymous);
        listener.AMQP.IdleTimeout = IdleMilliseconds;
        listener.AMQP.MaxFrameSize = MaxFrameBytes;
        listener.BufferManager = new BoundedBuffers();
        listener.HandlerFactory = _ => new ConnectionHandler(time);
        var queues = Queues(settings, time);
        foreach (var (name, queue) in queues)
            _host.RegisterRequestProcessor($"{name}/$management", new ManagementRequests(queue));
        _host.RegisterRequestProcessor(TokenRequests.Address, new TokenRequests());
        _host.RegisterLinkProcessor(new LinkAttacher(queues));
    }

    /// <summary>Listens; a port that is taken is a <see cref="SocketException"/>.</summary>
    public void Open()
    {
        // AMQPNetLite shares a port with whoever else shares it, and two brokers would each have half of the messages.
        using (var probe = new TcpListener(IPAddress.Loopback, _port))
            probe.Start();
        _host.Open();
    }

    /// <summary>Says goodbye to its clients and stops.</summary>
    public void Close() => _host.Close();

    private static Dictionary<string, MessageQueue> Queues(IReadOnlyList<QueueSettings> settings, TimeProvider time)
    {
        var queues = new Dictionary<string, MessageQueue>(StringComparer.OrdinalIgnoreCase);
        // Those that others forward to come first.
        foreach (var queue in settings.OrderBy(s => s.ForwardDeadLetteredMessagesTo is not null))
        {
            var deadLetters = queues[queue.DeadLetterName] = new MessageQueue(queue.DeadLetters(), deadLetters: null, time);
            if (queue.ForwardDeadLetteredMessagesTo is { } target)
                deadLetters = queues[target];
            queues[queue.Name] = new MessageQueue(queue, deadLetters, time);
        }
        return queues;
    }
}
