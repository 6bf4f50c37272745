using Hub.Host.Protocol;

namespace Hub.Host.Worker;

/// <summary>What the worker logs: its messages are the only log it has under Azure's host.</summary>
public static class WorkerLog
{
    /// <summary>Writes a message of the worker as a line.</summary>
    public static void Write(HostLog log, RpcLog message)
    {
        if (message.LogCategory == RpcLog.Types.RpcLogCategory.CustomMetric || message.Level >= RpcLog.Types.Level.None)
            return;
        var category = message.Category.Length == 0 ? "Worker" : message.Category;
        log.Log((LogLevel)message.Level, category, message.Message, message.Exception is null ? null : Describe(message.Exception));
    }

    /// <summary>An exception of the worker as text.</summary>
    public static string Describe(RpcException exception) => string.Join(
        '\n', ((string[])[exception.Type, exception.Message, exception.StackTrace]).Where(p => p.Length > 0));
}
