using Hub.Core.Tracing;

namespace Hub.Core.Channels.Webhooks;

/// <summary>Posts a webhook; null means that it was taken (2xx).</summary>
public interface IWebhookSender
{
    /// <summary>Posts it once: no retry, no redirect.</summary>
    Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel);
}

/// <summary>Webhooks: every event to every endpoint in the order of the log, at least once, under the same id on every attempt (I5).</summary>
public sealed class WebhookChannel(
    IEndpointStore endpoints, IWebhookSender sender, WebhookRequests requests, IDeliveryLog deliveries, WebhookSettings settings, TimeProvider clock) : IChannel
{
    /// <summary>The name of its cursors' channel.</summary>
    public const string ChannelName = "webhooks";

    /// <inheritdoc/>
    public string Name => ChannelName;

    /// <inheritdoc/>
    public RetryPolicy Retries => settings.Retries;

    /// <inheritdoc/>
    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        if (await endpoints.Find(cursor.Name, cancel) is not { } endpoint)
            return new Step.Failed(Failure.Gone, "the endpoint was deleted");
        var events = await run.EventsAfter(cursor.Position, cancel);
        if (events.FirstOrDefault(e => endpoint.Filter?.Wants(e) ?? true) is not { } next)
            return new Step.Moved(events[^1].Sequence);
        var now = clock.GetUtcNow();
        if (await requests.For(endpoint, CloudEvent.IdOf(next), CloudEvent.Of(next, settings.Source).ToBytes(), now, cancel) is not { } request)
            return new Step.Failed(Failure.Transient, "the hub's signing key cannot be reached");
        using var span = HubTrace.OfEvent("webhook.deliver", next, endpoint.Id);
        var failed = await sender.Post(request, cancel);
        span.End(failed?.Reason);
        var took = (long)(clock.GetUtcNow() - now).TotalMilliseconds;
        await deliveries.Add(new(Name, cursor.Name, request.Id, next.Sequence, now, failed?.Reason ?? Attempt.Delivered, took), cancel);
        return failed as Step ?? new Step.Moved(next.Sequence);
    }
}

/// <summary>Settings of the webhooks.</summary>
/// <param name="Source">The CloudEvents source: the hub's own address.</param>
/// <param name="Retries">When to try again.</param>
public sealed record WebhookSettings(string Source, RetryPolicy Retries);
