using System.Text.Json.Serialization;
using Hub.Register.Log;

namespace Hub.Delivery.Webhooks;

/// <summary>What a receiver answered when it was asked whether the hub may post to it.</summary>
/// <param name="At">When it was asked, UTC.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "answer")]
[JsonDerivedType(typeof(Given), "GIVEN")]
[JsonDerivedType(typeof(Denied), "DENIED")]
[JsonDerivedType(typeof(NotSupported), "NOT_SUPPORTED")]
[JsonDerivedType(typeof(NoResponse), "NO_ANSWER")]
public abstract record Consent(DateTimeOffset At)
{
    /// <summary>It may.</summary>
    /// <param name="At">When.</param>
    /// <param name="Rate">Deliveries a minute that it allows; null for any number.</param>
    public sealed record Given(DateTimeOffset At, int? Rate) : Consent(At);

    /// <summary>It may not.</summary>
    /// <param name="At">When.</param>
    /// <param name="Reason">What the receiver said.</param>
    public sealed record Denied(DateTimeOffset At, string Reason) : Consent(At);

    /// <summary>It does not know the question.</summary>
    /// <param name="At">When.</param>
    /// <param name="Reason">By what it is seen.</param>
    public sealed record NotSupported(DateTimeOffset At, string Reason) : Consent(At);

    /// <summary>There was no answer that says anything: ask again.</summary>
    /// <param name="At">When.</param>
    /// <param name="Reason">What went wrong.</param>
    public sealed record NoResponse(DateTimeOffset At, string Reason) : Consent(At);

    /// <summary>In words, for the partner; null where it is given.</summary>
    [JsonIgnore]
    public string? Problem => this switch
    {
        Given => null,
        Denied denied => $"the receiver denied its consent: {denied.Reason}",
        NotSupported not => $"the receiver was asked and did not echo the challenge: {not.Reason}",
        NoResponse none => $"the receiver could not be asked: {none.Reason}",
        _ => throw new System.Diagnostics.UnreachableException(GetType().Name),
    };
}

/// <summary>Asks receivers.</summary>
public interface IConsentRequests
{
    /// <summary>The handshake of CloudEvents' HTTP webhooks: OPTIONS with the hub's origin and the rate it would like.</summary>
    Task<Consent> Handshake(string url, string origin, int rate, CancellationToken cancel);

    /// <summary>Posts a signed challenge, which the receiver has to echo.</summary>
    Task<Consent> Challenge(WebhookRequest request, string challenge, CancellationToken cancel);
}

/// <summary>Asks a receiver for its consent: by the handshake, and where it does not know that, by a challenge.</summary>
public sealed class ConsentService(
    IConsentRequests asker, WebhookRequests requests, WebhookSettings settings, IIdentifiers ids, TimeProvider clock)
{
    /// <summary>Asks for an endpoint, at the address it has or would have.</summary>
    public async Task<Consent> Ask(Endpoint endpoint, CancellationToken cancel)
    {
        var answer = await asker.Handshake(
            WebhookAddress.Ascii(endpoint.Url), settings.Origin, endpoint.RateWithin(settings.Rate), cancel);
        return answer is Consent.NotSupported ? await Challenge(endpoint, cancel) : answer;
    }

    private async Task<Consent> Challenge(Endpoint endpoint, CancellationToken cancel)
    {
        var (now, challenge) = (clock.GetUtcNow(), ids.NewSalt());
        var question = HubEvent.Consent(ids.New(), settings.Source, now, endpoint.Id, challenge);
        return await requests.For(endpoint, question.Id, question.ToBytes(), now, cancel) is { } request
            ? await asker.Challenge(request, challenge, cancel)
            : new Consent.NoResponse(now, "the hub's signing key cannot be reached");
    }
}
