using Amqp;
using Amqp.Framing;

namespace Hub.Broker.Queues;

/// <summary>Service Bus's errors: its conditions, by which its client tells them apart, and words for a person.</summary>
internal static class QueueErrors
{
    public static readonly Error LockLost = Of(
        "com.microsoft:message-lock-lost", "The lock is gone: it expired, or the message was settled before.");

    public static readonly Error TooLarge = Of(
        ErrorCode.MessageSizeExceeded, $"A message may have {MessageContent.MaxBytes} bytes at most.");

    public static readonly Error NoDeadLettersOfDeadLetters = Of(
        ErrorCode.NotAllowed, "A dead letter cannot be given up once more: complete it.");

    public static Error QueueNotFound(string? address) =>
        Of(ErrorCode.NotFound, $"There is no queue '{address}' in the queue catalogue that this broker was started with.");

    public static Error QueueFull(string queue) => Of(
        ErrorCode.ResourceLimitExceeded,
        $"Queue '{queue}' is full: it holds {MessageQueue.MaxMessages} messages or {MessageQueue.MaxBytes} bytes at most.");

    public static Error MessageNotFound(long sequenceNumber) =>
        Of("com.microsoft:message-not-found", $"No scheduled message has the sequence number {sequenceNumber}.");

    public static Error BadArgument(string what) => Of("com.microsoft:argument-error", what);

    public static Error NotImplemented(string what) => Of(ErrorCode.NotImplemented, $"{what} is not supported by this broker.");

    public static Error NotAllowed(string why) => Of(ErrorCode.NotAllowed, why);

    private static Error Of(string condition, string description) => new(condition) { Description = description };
}
