using Amqp;
using Amqp.Framing;
using Amqp.Listener;
using Hub.Broker.Queues;

namespace Hub.Broker.Links;

/// <summary>The broker's end of a link on which a client sends.</summary>
internal sealed class SenderEndpoint(MessageQueue queue) : LinkEndpoint
{
    public override void OnMessage(MessageContext transfer)
    {
        if (Refusal(transfer.Message) is { } error)
            transfer.Complete(error);
        else
            transfer.Complete();
    }

    public override void OnFlow(FlowContext flow)
    {
    }

    public override void OnDisposition(DispositionContext disposition)
    {
    }

    private Error? Refusal(Message transfer)
    {
        try
        {
            queue.Add(MessageContent.Split(transfer));
            return null;
        }
        catch (AmqpException refused)
        {
            return refused.Error;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or InvalidCastException or ArgumentException)
        {
            return new Error(ErrorCode.DecodeError) { Description = unreadable.Message };
        }
    }
}
