using Amqp.Framing;
using Amqp.Listener;
using Hub.Broker.Queues;

namespace Hub.Broker.Links;

/// <summary>The broker's end of a link on which a client receives.</summary>
internal sealed class ReceiverEndpoint(MessageQueue queue, ListenerLink link) : LinkEndpoint, IReceiver
{
    // How many more messages the client has asked for; guarded by the queue's gate.
    private long _credit;

    public bool IsGone => link.IsClosed;

    public bool WantsMore => _credit > 0;

    public bool DeletesOnDelivery => link.SettleOnSend;

    public override void OnFlow(FlowContext flow)
    {
        lock (queue.Gate)
        {
            _credit = Math.Max(0, _credit + flow.Messages);
            // AMQPNetLite takes a flow that adds nothing to the credit for one that ends it.
            if (flow.Messages <= 0 && _credit > 0 && !link.IsDraining)
                link.SetCredit((int)_credit, drain: false, autoRestore: false);
            queue.Advance();
            if (!link.IsDraining)
                return;
            _credit = 0;
            link.CompleteDrain();
        }
    }

    public bool TryDeliver(QueuedMessage message)
    {
        try
        {
            link.SendMessage(new Delivery(message.LockToken), message.Encode());
            _credit--;
            return true;
        }
        catch (Exception)
        {
            // However the link or its connection ends, the message goes to the next.
            _credit = 0;
            return false;
        }
    }

    public override void OnDisposition(DispositionContext disposition)
    {
        // AMQPNetLite reports what a closed link has not settled as released. In Azure such messages stay locked.
        if (link.IsClosed)
            return;
        var error = Settlements.Of(disposition.DeliveryState) is { } settlement
            ? queue.Settle(((Delivery)disposition.Message).LockToken, settlement)
            : QueueErrors.NotImplemented(disposition.DeliveryState is Modified ? "To defer a message" : "To settle a message so");
        if (error is null)
            disposition.Complete();
        else
            disposition.Complete(error);
    }
}
