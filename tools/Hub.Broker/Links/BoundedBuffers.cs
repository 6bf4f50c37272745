using Amqp;
using Hub.Broker.Queues;

namespace Hub.Broker.Links;

/// <summary>Memory for what comes in. A message that never ends fails here, with its connection, and not for want of memory.</summary>
internal sealed class BoundedBuffers : IBufferManager
{
    // AMQPNetLite doubles a buffer that is too small.
    private const int Largest = 3 * MessageContent.MaxBytes;

    public ArraySegment<byte> TakeBuffer(int bufferSize) =>
        bufferSize <= Largest ? new(new byte[bufferSize]) : throw new AmqpException(QueueErrors.TooLarge);

    public void ReturnBuffer(ArraySegment<byte> buffer)
    {
    }
}
