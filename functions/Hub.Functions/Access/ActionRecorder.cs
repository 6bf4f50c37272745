using Hub.Notices.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Access;

/// <summary>What a function did for whoever called it, as it says itself.</summary>
internal static class ActionsDone
{
    private static readonly object Done = new();

    /// <summary>Says that the caller did something; <see cref="ActionRecorder"/> keeps it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="kind">What.</param>
    /// <param name="subject">The id or the name of what it was done to, never an address or a number.</param>
    public static void Acted(this HttpRequest request, ActionKind kind, string? subject = null) =>
        request.HttpContext.Items[Done] = (IReadOnlyList<(ActionKind, string?)>)[.. request.Actions(), (kind, subject)];

    /// <summary>What was done.</summary>
    public static IReadOnlyList<(ActionKind Kind, string? Subject)> Actions(this HttpRequest request) =>
        request.HttpContext.Items[Done] as IReadOnlyList<(ActionKind, string?)> ?? [];
}

/// <summary>Keeps what people of the Secretariat did, whichever function did it for them.</summary>
internal sealed class ActionRecorder(IActionLog actions, TimeProvider clock, ILogger<ActionRecorder> log) : IFunctionsWorkerMiddleware
{
    /// <inheritdoc/>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        finally
        {
            // What went wrong after it was done does not undo it.
            if (context.GetHttpContext()?.Request is { } request && request.Admitted() is { Kind: CallerKind.Secretariat } caller)
                foreach (var (kind, subject) in request.Actions())
                    await Keep(new(kind, caller.Name, clock.GetUtcNow(), subject) { MadeBy = caller.MadeBy });
        }
    }

    // It is done: that it cannot be kept in the table now is no reason to tell whoever did it that it was not.
    private async Task Keep(SecretariatAction action)
    {
        try
        {
            await actions.Add(action, CancellationToken.None);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(
                e, "It could not be kept that {Caller} ({MadeBy}) did this at {At:O}: {Kind} {Subject}.",
                action.By, action.MadeBy, action.At, action.Kind, action.Subject);
        }
    }
}
