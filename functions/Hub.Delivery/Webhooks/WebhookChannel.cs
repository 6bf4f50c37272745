using System.Text.Json;
using Hub.Notices.Access;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Work.Runner;
using Hub.Work.Tracing;

namespace Hub.Delivery.Webhooks;

/// <summary>Posts a webhook; null means that it was taken (2xx).</summary>
public interface IWebhookSender
{
    /// <summary>Posts it once: no retry, no redirect.</summary>
    Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel);
}

/// <summary>
/// Webhooks: every event to every endpoint in the order of the log, at least once, under the same id on every attempt (I5). A step is a
/// burst of a quarter of a second: whoever changes an endpoint waits no longer than that, or for the one delivery under way.
/// </summary>
public sealed class WebhookChannel(
    IEndpointStore endpoints, IPartnerStore partners, IWebhookSender sender, WebhookRequests requests, IDeliveryLog deliveries,
    DeliveryMetrics metrics, WebhookSettings settings, TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "webhooks";

    // As many attempts as one row of the delivery log keeps well.
    private const int MostOfABurst = 500;
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(250);

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        if (await endpoints.Find(cursor.Name, cancel) is not { } endpoint)
            return new Step.Failed(Failure.Gone, "the endpoint was deleted");
        var (partner, events) = (partners.Find(endpoint.Partner, cancel), run.EventsAfter(cursor.Position, cancel));
        await Task.WhenAll(partner, events);
        if (await partner is { RevokedAt: not null })
            return new Step.Failed(Failure.Gone, Partner.Revoked);
        if (endpoint.Consent is Consent.Denied denied)
            return new Step.Failed(Failure.Gone, denied.Problem!);
        var attempts = new List<Attempt>();
        var step = await Deliver(endpoint, cursor, await events, attempts, cancel);
        if (attempts.Count > 0)
            await deliveries.AddAll(attempts, CancellationToken.None);
        return step;
    }

    private async Task<Step> Deliver(
        Endpoint endpoint, Cursor cursor, IReadOnlyList<DirectoryEvent> events, List<Attempt> attempts, CancellationToken cancel)
    {
        var pace = new SendingQuota(endpoint.RateWithin(settings.Rate), settings.Minute);
        var (position, sent, began) = ((long?)null, Sent(cursor), clock.GetUtcNow());
        foreach (var e in events)
        {
            if (endpoint.Filter?.Wants(e) ?? true)
            {
                var now = clock.GetUtcNow();
                // A process that stood still is perhaps not the only one any more: what it would post now, another has posted, and later
                // ones.
                if (now >= cursor.LeasedUntil)
                    break;
                if (attempts.Count == MostOfABurst || (attempts.Count > 0 && (now - began >= Burst || cancel.IsCancellationRequested)))
                    break;
                if (pace.NextAllowed(sent, now) is { } later)
                    return new Step.Paced(later, Work(sent)) { Position = position };
                sent = pace.Plus(sent, now);
                if (await Deliver(endpoint, e, now, attempts, cancel) is { } failed)
                    return failed with { Position = position, Work = Work(sent) };
            }
            position = e.Sequence;
        }
        return new Step.Moved(position ?? cursor.Position, Work(sent));
    }

    private async Task<Step.Failed?> Deliver(
        Endpoint endpoint, DirectoryEvent e, DateTimeOffset now, List<Attempt> attempts, CancellationToken cancel)
    {
        if (await requests.For(endpoint, CloudEvent.IdOf(e), CloudEvent.Of(e, settings.Source).ToBytes(), now, cancel) is not { } request)
            return new(Failure.Transient, "the hub's signing key cannot be reached");
        using var span = HubTrace.OfEvent("webhook.deliver", e, endpoint.Id);
        var failed = await sender.Post(request, cancel);
        span.End(failed?.Reason);
        var took = clock.GetUtcNow() - now;
        metrics.Attempted(endpoint.Id, failed, took);
        attempts.Add(
            new(Name, endpoint.Id, request.Id, e.Sequence, now, failed?.Reason ?? Attempt.Delivered, (long)took.TotalMilliseconds));
        return failed;
    }

    private static IReadOnlyList<SentHour> Sent(Cursor cursor) =>
        cursor.Work is { } json ? JsonSerializer.Deserialize<IReadOnlyList<SentHour>>(json, HubJson.Options)! : [];

    private static string Work(IReadOnlyList<SentHour> sent) => JsonSerializer.Serialize(sent, HubJson.Options);
}
