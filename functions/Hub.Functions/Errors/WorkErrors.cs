using Hub.Functions.Channels;
using Hub.Work.Failures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Errors;

/// <summary>
/// What becomes of an error in work that nobody waits for (queues and timers): it is kept in the hub's own words for the failures list,
/// and the host gets to see its kind only.
/// </summary>
internal sealed class WorkErrors(IFailureStore failures, ILogger<WorkErrors> log) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not null)
        {
            await next(context);
            return;
        }
        // What was given up already has its error on record.
        var message = QueueMessage.Of(context) is { Id: not null, GivenUpBy: null } known ? known : null;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The host logs what is thrown, and the failures list shows it: a message might tell contact data (I6).
            var told = new FunctionFailedException(context.FunctionDefinition.Name, e);
            if (message is not null && !await Noted(message.Id!, told.Message))
                return;
            throw told;
        }
        if (message is { Deliveries: > 1 })
            await Forget(message.Id!);
    }

    // Where even the note cannot be written, storage is away. The work stands in the tables: ten deliveries at once would only make dead
    // letters of an outage, so the message is done and the next sweep finds the work.
    private async Task<bool> Noted(string message, string error)
    {
        try
        {
            await failures.NoteError(message, error, CancellationToken.None);
            return true;
        }
        catch (Exception e) when (StorageFailure.IsUnavailable(e))
        {
            log.LogWarning(
                "Storage is not available ({Error}); the next sweep finds the work of {Function}.", e.GetType().Name, error.Split(':')[0]);
            return false;
        }
    }

    // The work has succeeded, whatever becomes of its note.
    private async Task Forget(string message)
    {
        try
        {
            await failures.ForgetError(message, CancellationToken.None);
        }
        catch (Exception e)
        {
            log.LogWarning("The note of an earlier error could not be dropped ({Error}).", e.GetType().Name);
        }
    }
}
