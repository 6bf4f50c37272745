using Amqp;

namespace Hub.Broker.Links;

/// <summary>A message on its way to a receiver: Service Bus makes its lock token the delivery's tag.</summary>
internal sealed class Delivery(Guid lockToken) : Message
{
    public Guid LockToken => lockToken;
}
