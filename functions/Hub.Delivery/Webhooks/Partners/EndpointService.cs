using Hub.Work.Runner;

namespace Hub.Delivery.Webhooks.Partners;

/// <summary>Puts endpoints to use: none without its receiver's consent, and no other address without a word from the present one.</summary>
public sealed class EndpointService(
    IEndpointStore endpoints, ICursorStore cursors, ConsentService consent, UrlChangeCodes codes, TimeProvider clock)
{
    /// <summary>
    /// Asks the receiver; its cursor begins where it consents. A consent that stands falls only by a denial. Null where it was deleted.
    /// </summary>
    public async Task<Endpoint?> AskForConsent(Endpoint endpoint, CancellationToken cancel)
    {
        var answer = await consent.Ask(endpoint, cancel);
        // Its cursor first: a consent without one would be served by nobody. Both, even if whoever asked has hung up.
        if (answer is Consent.Given)
            await cursors.Create(
                new() { Channel = WebhookChannel.ChannelName, Name = endpoint.Id, Position = endpoint.After }, CancellationToken.None);
        var asked = await endpoints.Change(endpoint.Id, e => e with { Consent = Standing(e.Consent, answer) }, CancellationToken.None);
        if (asked is null)
            await cursors.Delete(WebhookChannel.ChannelName, endpoint.Id, CancellationToken.None);
        return asked;
    }

    /// <summary>Keeps another address that waits for its code, where its receiver consents.</summary>
    public async Task<(Endpoint? Proposed, string Code, Consent Answer)> Propose(Endpoint endpoint, string url, CancellationToken cancel)
    {
        var answer = await consent.Ask(endpoint with { Url = url }, cancel);
        var until = clock.GetUtcNow() + UrlChange.Lasts;
        var code = await codes.Of(endpoint.Id, url, until, cancel);
        if (answer is not Consent.Given given)
            return (null, code, answer);
        var change = UrlChange.For(url, given, code, until);
        return (await endpoints.Change(endpoint.Id, e => e with { Change = change }, cancel), code, answer);
    }

    /// <summary>Puts the address to use that a code confirms; null where none waits for this code.</summary>
    public async Task<Endpoint?> Confirm(Endpoint endpoint, string code, CancellationToken cancel)
    {
        var (now, isRight) = (clock.GetUtcNow(), false);
        var changed = await endpoints.Change(
            endpoint.Id,
            e =>
            {
                isRight = e.Change?.IsConfirmedBy(code, now) == true;
                return isRight ? e with { Url = e.Change!.Url, Consent = e.Change.Consent, Change = null } : e;
            },
            cancel);
        return isRight ? changed : null;
    }

    private static Consent Standing(Consent? present, Consent answer) =>
        present is Consent.Given && answer is (Consent.NoResponse or Consent.NotSupported) ? present : answer;
}
