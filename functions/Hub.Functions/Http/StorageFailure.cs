using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace Hub.Functions.Http;

/// <summary>Tells storage that cannot be reached from everything else that can go wrong.</summary>
internal static class StorageFailure
{
    /// <summary>Whether an exception means that storage is down or overloaded.</summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        RequestFailedException { ErrorCode: "TableNotFound" or "ContainerNotFound" } => true,
        AuthenticationFailedException or SocketException or HttpRequestException => true,
        AggregateException { InnerExceptions: { Count: > 0 } inner } => inner.All(IsUnavailable),
        TaskCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
