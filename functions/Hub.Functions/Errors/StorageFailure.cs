using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Hub.Intake.Files.Reading;

namespace Hub.Functions.Errors;

/// <summary>Tells what the hub needs and cannot have just now, storage above all, from everything else that can go wrong.</summary>
internal static class StorageFailure
{
    /// <summary>Whether an exception means that it is down or overloaded.</summary>
    public static bool IsUnavailable(Exception exception) => exception switch
    {
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => true,
        RequestFailedException { ErrorCode: "TableNotFound" or "ContainerNotFound" } => true,
        AuthenticationFailedException or SocketException or HttpRequestException or HttpIOException => true,
        // No memory for the process that reads files: another attempt, or another instance, has it.
        FileReaderUnavailableException => true,
        AggregateException { InnerExceptions: { Count: > 0 } inner } => inner.All(IsUnavailable),
        // Whoever was cancelled looks at that first. Otherwise a service did not answer in time, which the clients of storage say so.
        OperationCanceledException => true,
        _ => false,
    };
}
