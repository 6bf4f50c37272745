using Hub.Core.Failures;
using Hub.Functions.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>
/// What becomes of an error in work that nobody waits for (queues and timers): it is kept in the hub's own words for the failures list,
/// and the host gets to see its kind only.
/// </summary>
internal sealed class WorkErrors(IFailureStore failures, ILogger<WorkErrors> log) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var message = QueueMessage.IsWhatRuns(context) ? QueueMessage.Of(context) : null;
        try
        {
            await next(context);
        }
        catch (Exception e) when (context.GetHttpContext() is null && !context.CancellationToken.IsCancellationRequested)
        {
            if (message is { GivenUpBy: null } && StorageFailure.IsUnavailable(e))
            {
                // The work stands in the tables: ten deliveries at once would only make dead letters of an outage.
                log.LogWarning(
                    "{Function}: storage is not available ({Error}); the next sweep finds the work.", context.FunctionDefinition.Name,
                    e.GetType().Name);
                return;
            }
            // The host logs what is thrown, and the failures list shows it: a message might tell contact data (I6).
            var told = new FunctionFailedException(context.FunctionDefinition.Name, e);
            if (message is not null)
                await Quietly(() => failures.NoteError(message.Id, told.Message, CancellationToken.None));
            throw told;
        }
        if (message is { Deliveries: > 1 })
            await Quietly(() => failures.ForgetError(message.Id, CancellationToken.None));
    }

    // What is noted beside the work must not change how the work ends.
    private async Task Quietly(Func<Task> note)
    {
        try
        {
            await note();
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning("The record of an error could not be written ({Error}).", e.GetType().Name);
        }
    }
}
