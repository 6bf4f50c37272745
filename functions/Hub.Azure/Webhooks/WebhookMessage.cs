using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Hub.Delivery.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>A webhook as an HTTP request, and what is said of one that failed.</summary>
internal static class WebhookMessage
{
    private static readonly ProductInfoHeaderValue UserAgent = new("DirectoryHub", "1.0");

    /// <summary>The request that posts it.</summary>
    public static HttpRequestMessage Of(WebhookRequest request)
    {
        var message = To(HttpMethod.Post, request.Url);
        message.Content = new ReadOnlyMemoryContent(request.Body);
        message.Content.Headers.ContentType = new(CloudEvent.MediaType);
        message.Content.Headers.Add("content-digest", request.ContentDigest);
        message.Headers.Add("webhook-id", request.Id);
        message.Headers.Add("webhook-timestamp", request.Timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", request.Signature);
        message.Headers.Add("signature-input", request.SignatureInput);
        message.Headers.Add("signature", request.MessageSignature);
        return message;
    }

    /// <summary>A request of the hub's to a receiver.</summary>
    public static HttpRequestMessage To(HttpMethod method, string url) => new(method, url) { Headers = { UserAgent = { UserAgent } } };

    /// <summary>Why there was no answer, without the address; null for what is not the receiver's fault.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="within">The time that the receiver had.</param>
    /// <param name="cancel">Whether the hub itself gave up.</param>
    public static string? Reason(Exception exception, TimeSpan within, CancellationToken cancel) => exception switch
    {
        HttpRequestException { InnerException: UnreachableException unreachable } => unreachable.Message,
        HttpRequestException { InnerException: CertificateException certificate } => certificate.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: IOException } =>
            "no secure connection: it closed the connection in the TLS handshake",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "no secure connection: the TLS handshake failed; the hub speaks TLS 1.2 and 1.3, and shows no certificate of its own",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } => "it closed the connection without a whole answer",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError } =>
            "what it answered is no HTTP",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            "the headers of its answer are too long",
        HttpRequestException { InnerException: IOException or SocketException } => "the connection was lost",
        HttpRequestException => "no connection",
        // A receiver that hangs up at once is met between connecting and asking whom one is connected to.
        IOException or SocketException => "the connection was lost",
        UriFormatException => "the address cannot be read: change it",
        OperationCanceledException when cancel.IsCancellationRequested => null,
        // The handler's own time, for the connection; that for the answer says nothing of what it waited for.
        OperationCanceledException { InnerException: TimeoutException } =>
            $"no secure connection within {WebhookHttp.SecureWithin.TotalSeconds:0} s",
        OperationCanceledException => $"no answer within {within.TotalSeconds:0} s",
        _ => null,
    };
}
