using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Tells, once the app listens, which functions it has and what triggers each.</summary>
internal static class FunctionList
{
    public static void LogWhenStarted(WebApplication app, FunctionSet functions, HostJson host) =>
        app.Lifetime.ApplicationStarted.Register(() =>
    {
        foreach (var function in functions.All)
            app.Logger.LogInformation("{Function}: {Trigger}", function.Name, Describe(function, host));
    });

    private static string Describe(FunctionEntry function, HostJson host) => function.Trigger switch
    {
        HttpTriggerAttribute http =>
            $"{string.Join(',', http.Methods ?? ["*"]).ToUpperInvariant()} {HttpRoutes.Path(function, http, host)}",
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        ServiceBusTriggerAttribute queue => $"queue {queue.QueueName}",
        var other => other.GetType().Name,
    };
}
