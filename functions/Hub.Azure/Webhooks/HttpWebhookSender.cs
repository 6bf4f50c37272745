using System.Globalization;
using System.Net.Http.Headers;
using Hub.Core.Channels;
using Hub.Core.Channels.Webhooks;

namespace Hub.Azure.Webhooks;

/// <summary>Posts webhooks: no redirect, no proxy, public addresses only, 15 seconds, and as little of the answer as is needed.</summary>
public sealed class HttpWebhookSender(HttpClient http) : IWebhookSender
{
    /// <summary>How long a receiver has to answer.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, request.Url) { Content = new ReadOnlyMemoryContent(request.Body) };
        message.Content.Headers.ContentType = new(CloudEvent.MediaType);
        message.Headers.Add("webhook-id", request.Id);
        message.Headers.Add("webhook-timestamp", request.Timestamp.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        message.Headers.Add("webhook-signature", request.Signature);
        message.Content.Headers.Add("content-digest", request.ContentDigest);
        message.Headers.Add("signature-input", request.SignatureInput);
        message.Headers.Add("signature", request.MessageSignature);
        message.Headers.UserAgent.Add(new("DirectoryHub", "1.0"));
        try
        {
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
            return answer.IsSuccessStatusCode ? null : Failed((int)answer.StatusCode, answer.Headers.RetryAfter, request.Timestamp);
        }
        catch (HttpRequestException e)
        {
            return new(Failure.Transient, $"no connection ({e.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(Failure.Transient, $"no answer within {Timeout.TotalSeconds:0} s");
        }
    }

    private static Step.Failed Failed(int status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => new(
        status switch
        {
            410 => Failure.Gone,
            429 or 502 or 504 => Failure.Overloaded,
            >= 500 or 408 => Failure.Transient,
            _ => Failure.Refused,
        },
        $"the receiver answered {status}",
        retryAfter?.Delta ?? retryAfter?.Date - now);
}
