namespace Hub.Delivery.Webhooks;

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

/// <summary>
/// Makes requests: signed with the endpoint's secrets for those who share one with the hub, and with the hub's own key for everybody.
/// </summary>
public sealed class WebhookRequests(IMessageSigner signer)
{
    /// <summary>A request; null where the hub's key cannot be reached.</summary>
    public async Task<WebhookRequest?> For(Endpoint endpoint, string id, byte[] body, DateTimeOffset now, CancellationToken cancel)
    {
        var url = WebhookAddress.Ascii(endpoint.Url);
        var message = new MessageSignature(url, id, now, body);
        if (await signer.Sign(message.Base, cancel) is not { } signed)
            return null;
        var (input, signature) = message.Headers(signed);
        return new(
            url, id, now, WebhookSignature.Sign(endpoint.SecretsAt(now), id, now, body), message.ContentDigest, input, signature,
            body);
    }
}
