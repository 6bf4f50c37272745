using System.Globalization;
using System.Net.Sockets;
using Hub.Work.Runner;
using Microsoft.Kiota.Abstractions;

namespace Hub.Azure.Mail;

/// <summary>What an exception of Microsoft Graph means for the mail.</summary>
internal static class GraphFailure
{
    /// <summary>The failure; null where the exception says nothing about the mailbox.</summary>
    public static Step.Failed? Of(Exception exception, CancellationToken cancel) => exception switch
    {
        ApiException { ResponseStatusCode: 429 or 503 or 504 } e =>
            new(Failure.Overloaded, $"the mailbox answered {e.ResponseStatusCode}", RetryAfter(e)),
        ApiException { ResponseStatusCode: 400 or 413 } e => new(Failure.Refused, $"the mailbox refused the mail ({e.ResponseStatusCode})"),
        ApiException { ResponseStatusCode: 401 or 403 } e =>
            new(Failure.Transient, $"the hub may not send from this mailbox ({e.ResponseStatusCode}): check Mail.ReadWrite and Mail.Send"),
        ApiException e => new(Failure.Transient, $"the mailbox answered {e.ResponseStatusCode}"),
        HttpRequestException or IOException or SocketException => new(Failure.Transient, "the mailbox could not be reached"),
        OperationCanceledException when !cancel.IsCancellationRequested => new(Failure.Transient, "the mailbox did not answer in time"),
        _ => null,
    };

    private static TimeSpan? RetryAfter(ApiException e) =>
        e.ResponseHeaders?.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault()
            is { } text
        && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
