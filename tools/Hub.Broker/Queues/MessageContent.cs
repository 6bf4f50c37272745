using Amqp;
using Amqp.Framing;
using Amqp.Types;

namespace Hub.Broker.Queues;

/// <summary>What a sender wrote: encoded once and never changed, so that every delivery is a fresh copy of it.</summary>
internal sealed class MessageContent
{
    /// <summary>The largest message, which is the default of the Premium tier.</summary>
    public const int MaxBytes = 1024 * 1024;

    private const uint BatchFormat = 0x80013700;
    private static readonly Symbol ScheduledEnqueueTime = "x-opt-scheduled-enqueue-time";

    // The sections that belong to the sender: properties, application properties, body, footer.
    private readonly byte[] _bare;
    private readonly Map? _annotations;

    private MessageContent(Message message, Map? annotations)
    {
        var bare = new Message
        {
            Properties = message.Properties, ApplicationProperties = message.ApplicationProperties,
            BodySection = message.BodySection, Footer = message.Footer,
        }.Encode();
        _bare = bare.Buffer.AsSpan(bare.Offset, bare.Length).ToArray();
        _annotations = annotations;
    }

    public int Bytes => _bare.Length;

    /// <summary>How long it may wait, where the sender said so.</summary>
    public TimeSpan? TimeToLive { get; private init; }

    /// <summary>When it is to be there, where the sender said so.</summary>
    public DateTimeOffset? ScheduledFor =>
        _annotations?.GetValueOrDefault(ScheduledEnqueueTime) is DateTime time ? new DateTimeOffset(time, TimeSpan.Zero) : null;

    /// <summary>The messages of a transfer: one, or those of a batch, whose data sections are each a message.</summary>
    public static IReadOnlyList<MessageContent> Split(Message transfer) => transfer.Format != BatchFormat
        ? [From(transfer)]
        : transfer.Body switch
        {
            Data[] many => [.. many.Select(data => Decode(data.Binary))],
            byte[] one => [Decode(one)],
            _ => throw new AmqpException(ErrorCode.DecodeError, "A batch has a data section for each message."),
        };

    /// <summary>A message as its sender encoded it.</summary>
    public static MessageContent Decode(byte[] encoded) => From(Message.Decode(Buffer(encoded)));

    /// <summary>The same message with application properties added to it.</summary>
    public MessageContent With(IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var message = Message.Decode(Buffer(_bare));
        message.ApplicationProperties ??= new ApplicationProperties();
        foreach (var (name, value) in properties)
            message.ApplicationProperties[name] = value;
        return new MessageContent(message, _annotations) { TimeToLive = TimeToLive };
    }

    /// <summary>A copy to send, headed by what the broker has to say of it.</summary>
    public ByteBuffer Encode(Header header, IEnumerable<KeyValuePair<string, object?>> annotations)
    {
        var section = new MessageAnnotations();
        foreach (var (name, value) in _annotations ?? [])
            section.Map[name] = value;
        foreach (var (name, value) in annotations.Where(a => a.Value is not null))
            section[(Symbol)name] = value;
        var buffer = new ByteBuffer(_bare.Length + 256, autoGrow: true);
        header.Encode(buffer);
        section.Encode(buffer);
        AmqpBitConverter.WriteBytes(buffer, _bare, 0, _bare.Length);
        return buffer;
    }

    private static MessageContent From(Message message)
    {
        var content = new MessageContent(message, message.MessageAnnotations?.Map)
        {
            TimeToLive = message.Header is { Ttl: > 0 and < uint.MaxValue } header ? TimeSpan.FromMilliseconds(header.Ttl) : null,
        };
        return content.Bytes <= MaxBytes ? content : throw new AmqpException(QueueErrors.TooLarge);
    }

    private static ByteBuffer Buffer(byte[] bytes) => new(bytes, 0, bytes.Length, bytes.Length);
}
