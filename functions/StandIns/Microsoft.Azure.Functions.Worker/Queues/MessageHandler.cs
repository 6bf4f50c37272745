using Azure;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs a function for one message, and settles the message by how that went.</summary>
internal sealed class MessageHandler(
    FunctionEntry function, StorageQueue queue, StorageQueue? deadLetters, QueueOptions options, FunctionRunner runner, ILogger logger)
{
    private bool IsForDeadLetters => deadLetters is null;

    public async Task Handle(QueueMessage message, CancellationToken cancellation)
    {
        using var held = new MessageLock(queue, message, options);
        var tooOften = !IsForDeadLetters && message.DequeueCount > options.MaxDeliveryCount;
        var failure = tooOften ? "LockLost" : await Run(message, cancellation);
        await held.StopRenewing();
        try
        {
            await Settle(held, message, failure);
        }
        catch (Exception e) when (StorageWatch.IsTrouble(e))
        {
            logger.LogWarning("{Function}: message {MessageId} could not be settled ({Error}); it comes again when its lock runs out.",
                function.Name, message.MessageId, (e as RequestFailedException)?.ErrorCode ?? e.GetType().Name);
        }
    }

    // What went wrong is told by its type alone: messages of exceptions may quote contents.
    private async Task<string?> Run(QueueMessage message, CancellationToken cancellation)
    {
        try
        {
            var delivery = Delivery.Of(message, IsForDeadLetters);
            await runner.Run(function, delivery.Body, delivery.Data, cancellation);
            return null;
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Function}: message {MessageId} failed at delivery {Count}.",
                function.Name, message.MessageId, message.DequeueCount);
            return e.GetType().FullName;
        }
    }

    private async Task Settle(MessageLock held, QueueMessage message, string? failure)
    {
        if (failure is null)
            await held.Complete();
        else if (deadLetters is not null && message.DequeueCount >= options.MaxDeliveryCount)
            await Bury(held, message, failure);
        else if (!IsForDeadLetters)
            await held.Abandon();
        // A dead letter that fails stays locked until its lock runs out: that is its pause, and there is no second level.
    }

    private async Task Bury(MessageLock held, QueueMessage message, string failure)
    {
        var letter = new DeadLetter(
            message.MessageId, message.InsertedOn!.Value, message.DequeueCount, "MaxDeliveryCountExceeded", failure,
            message.Body.ToString());
        await deadLetters!.SendEnvelope(letter.ToString());
        await held.Complete();
    }
}
