namespace Hub.Core.Channels.Webhooks;

/// <summary>What is posted to an endpoint.</summary>
/// <param name="Url">Where.</param>
/// <param name="Id">Header webhook-id.</param>
/// <param name="Timestamp">Header webhook-timestamp: of this attempt.</param>
/// <param name="Signature">Header webhook-signature.</param>
/// <param name="Body">The CloudEvent.</param>
public sealed record WebhookRequest(string Url, string Id, DateTimeOffset Timestamp, string Signature, ReadOnlyMemory<byte> Body);

/// <summary>Posts a webhook; null means that it was taken (2xx).</summary>
public interface IWebhookSender
{
    /// <summary>Posts it once: no retry, no redirect.</summary>
    Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel);
}

/// <summary>Webhooks: every event to every endpoint in the order of the log, at least once, under the same id on every attempt (I5).</summary>
public sealed class WebhookChannel(
    IEndpointStore endpoints, IWebhookSender sender, IDeliveryLog deliveries, WebhookSettings settings, TimeProvider clock) : IChannel
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
        var next = (await run.EventsAfter(cursor.Position, cancel))[0];
        var (id, body, now) = (CloudEvent.IdOf(next), CloudEvent.Of(next, settings.Source).ToBytes(), clock.GetUtcNow());
        var failed = await sender.Post(
            new(endpoint.Url, id, now, WebhookSignature.Sign(endpoint.Secret, id, now, body), body), cancel);
        var took = (long)(clock.GetUtcNow() - now).TotalMilliseconds;
        await deliveries.Add(new(Name, cursor.Name, id, next.Sequence, now, failed?.Reason ?? Attempt.Delivered, took), cancel);
        return failed as Step ?? new Step.Moved(next.Sequence);
    }
}

/// <summary>Settings of the webhooks.</summary>
/// <param name="Source">The CloudEvents source: the hub's own address.</param>
/// <param name="Retries">When to try again.</param>
public sealed record WebhookSettings(string Source, RetryPolicy Retries);
