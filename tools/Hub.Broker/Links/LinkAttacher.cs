using Amqp.Framing;
using Amqp.Listener;
using Amqp.Types;
using Hub.Broker.Queues;

namespace Hub.Broker.Links;

/// <summary>Connects a client's link with the queue that it names.</summary>
internal sealed class LinkAttacher(IReadOnlyDictionary<string, MessageQueue> queues) : ILinkProcessor
{
    // So many messages may be on their way from a client before the broker has answered the first.
    private const int SenderCredit = 200;

    private static readonly Symbol SessionFilter = "com.microsoft:session-filter";

    public void Process(AttachContext context)
    {
        var (attach, link) = (context.Attach, context.Link);
        var source = attach.Source as Source;
        var address = link.Role ? (attach.Target as Target)?.Address : source?.Address;
        if (!queues.TryGetValue(address?.Trim('/') ?? "", out var queue))
            context.Complete(QueueErrors.QueueNotFound(address));
        else if (source?.FilterSet?.ContainsKey(SessionFilter) == true)
            context.Complete(QueueErrors.NotAllowed($"Queue '{queue.Name}' has no sessions: receive without one."));
        else if (link.Role && queue.HoldsDeadLetters)
            context.Complete(QueueErrors.NotAllowed($"Nothing can be sent to '{queue.Name}': it takes what its queue gives up."));
        else if (link.Role)
            AttachSender(context, queue);
        else
            AttachReceiver(context, queue);
    }

    private static void AttachSender(AttachContext context, MessageQueue queue)
    {
        // By this the client refuses what is too large before it sends it.
        context.Attach.MaxMessageSize = MessageContent.MaxBytes;
        context.Complete(new SenderEndpoint(queue), SenderCredit);
    }

    private static void AttachReceiver(AttachContext context, MessageQueue queue)
    {
        var receiver = new ReceiverEndpoint(queue, context.Link);
        queue.Attach(receiver);
        context.Complete(receiver, initialCredit: 0);
    }
}
