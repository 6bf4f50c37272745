using Hub.Core.Register;

namespace Hub.Core.Channels.Webhooks;

/// <summary>What is posted to an endpoint.</summary>
/// <param name="Url">Where.</param>
/// <param name="Id">Header webhook-id.</param>
/// <param name="Timestamp">Header webhook-timestamp: of this attempt.</param>
/// <param name="Signature">Header webhook-signature.</param>
/// <param name="ContentDigest">Header content-digest.</param>
/// <param name="SignatureInput">Header signature-input.</param>
/// <param name="MessageSignature">Header signature.</param>
/// <param name="Body">The CloudEvent.</param>
public sealed record WebhookRequest(
    string Url, string Id, DateTimeOffset Timestamp, string Signature, string ContentDigest, string SignatureInput, string MessageSignature,
    ReadOnlyMemory<byte> Body);

/// <summary>Posts a webhook; null means that it was taken (2xx).</summary>
public interface IWebhookSender
{
    /// <summary>Posts it once: no retry, no redirect.</summary>
    Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel);
}

/// <summary>Webhooks: every event to every endpoint in the order of the log, at least once, under the same id on every attempt (I5).</summary>
public sealed class WebhookChannel(
    IEndpointStore endpoints, IWebhookSender sender, IMessageSigner signer, IDeliveryLog deliveries, WebhookSettings settings, TimeProvider clock) : IChannel
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
        var now = clock.GetUtcNow();
        if (await Request(endpoint, next, now, cancel) is not { } request)
            return new Step.Failed(Failure.Transient, "the hub's signing key cannot be reached");
        var failed = await sender.Post(request, cancel);
        var took = (long)(clock.GetUtcNow() - now).TotalMilliseconds;
        await deliveries.Add(new(Name, cursor.Name, request.Id, next.Sequence, now, failed?.Reason ?? Attempt.Delivered, took), cancel);
        return failed as Step ?? new Step.Moved(next.Sequence);
    }

    // Signed twice: for those who share a secret with the hub, and for those who have its published key.
    private async Task<WebhookRequest?> Request(Endpoint endpoint, DirectoryEvent e, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, body) = (CloudEvent.IdOf(e), CloudEvent.Of(e, settings.Source).ToBytes());
        var message = new MessageSignature(endpoint.Url, id, now, body);
        if (await signer.Sign(message.Base, cancel) is not { } signed)
            return null;
        var (input, signature) = message.Headers(signed);
        return new(endpoint.Url, id, now, WebhookSignature.Sign(endpoint.Secret, id, now, body), message.ContentDigest, input, signature, body);
    }
}

/// <summary>Settings of the webhooks.</summary>
/// <param name="Source">The CloudEvents source: the hub's own address.</param>
/// <param name="Retries">When to try again.</param>
public sealed record WebhookSettings(string Source, RetryPolicy Retries);
