using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Webhooks.Endpoints;

/// <summary>A partner that is asked for its consent.</summary>
public abstract class EndpointCase
{
    private protected static readonly Consent Granted = new Consent.Given(Sample.Now, 30);

    private protected sealed class Partner : IConsentRequests
    {
        public Partner() => Rig.Endpoints.Put(new("e1", "partner", WebhookRig.Url("e1"), WebhookRig.Secret, Sample.Now));

        public WebhookRig Rig { get; } = new();

        public required Consent Handshake { get; set; }

        public bool Echoes { get; set; }

        public string? Origin { get; private set; }

        public List<(WebhookRequest Request, string Challenge)> Challenges { get; } = [];

        public EndpointService Desk =>
            new(Rig.Endpoints, Rig.Cursors, new(this, new(Rig), Rig.Settings, _ids, Rig.Clock), new(new FixedAccessLinkKey()), Rig.Clock);

        private readonly FixedIdentifiers _ids = new();

        public async Task<Endpoint> Ask() => (await Desk.AskForConsent(Rig.Endpoints["e1"], default))!;

        Task<Consent> IConsentRequests.Handshake(string url, string origin, int rate, CancellationToken cancel)
        {
            Origin = origin;
            return Task.FromResult(Handshake);
        }

        public Task<Consent> Challenge(WebhookRequest request, string challenge, CancellationToken cancel)
        {
            Challenges.Add((request, challenge));
            return Task.FromResult<Consent>(
                Echoes ? new Consent.Given(Sample.Now, null) : new Consent.NotSupported(Sample.Now, "it answered something else"));
        }
    }
}
