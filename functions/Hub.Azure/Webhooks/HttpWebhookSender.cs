using System.Net.Http.Headers;
using Hub.Delivery.Webhooks;
using Hub.Work.Runner;

namespace Hub.Azure.Webhooks;

/// <summary>Posts webhooks: no redirect, no proxy, public addresses only, 15 seconds, and as little of the answer as is needed.</summary>
public sealed class HttpWebhookSender(HttpClient http) : IWebhookSender
{
    /// <summary>How long a receiver has to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public async Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        within.CancelAfter(Timeout);
        try
        {
            using var message = WebhookMessage.Of(request);
            using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, within.Token);
            return answer.IsSuccessStatusCode ? null : Failed((int)answer.StatusCode, answer.Headers.RetryAfter, request.Timestamp);
        }
        catch (Exception e) when (WebhookMessage.Reason(e, Timeout, cancel) is { } reason)
        {
            return new(Failure.Transient, reason);
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
