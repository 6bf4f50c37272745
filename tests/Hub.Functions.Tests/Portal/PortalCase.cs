using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Functions.Console;
using Hub.Functions.Partners;
using Hub.Functions.Portal;
using Hub.Functions.Setup;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Setup;
using Hub.Functions.Tests.Site;
using Hub.InMemory;
using Hub.Notices.Access;
using Hub.Register.Networks;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Work.Queues;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Endpoint = Hub.Delivery.Webhooks.Endpoint;

namespace Hub.Functions.Tests.Portal;

/// <summary>Two partners at their pages; their receivers answer as a test says.</summary>
public abstract class PortalCase : IWebhookSender, IMessageSigner, IConsentRequests, IWakeUpSender
{
    private protected const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private protected static readonly Caller Mine = new("wacap", CallerKind.Partner) { SignedIn = true, Session = "session-1" };
    private protected static readonly Caller Theirs = new("ejn", CallerKind.Partner) { SignedIn = true, Session = "session-2" };
    private readonly PageSite _site = new();
    private readonly FixedIdentifiers _ids = new();
    private readonly MemoryPartnerCalls _calls = new();
    private int _handshakes;
    private readonly WebhookSettings _webhooks = new("https://hub.example/directory", RetryPolicy.Webhooks);
    private readonly HubSettings _settings = LocalSettings.With();

    private protected PortalCase() => Put("mine", Mine.Name);

    private protected MemoryEndpoints Store { get; } = new();

    private protected MemoryCursors Cursors { get; } = new();

    private protected MemoryDeliveries Deliveries { get; } = new();

    private protected MemoryRegister Register { get; } = new();

    private protected Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => _site.Clock;

    private protected List<WebhookRequest> Got { get; } = [];

    /// <summary>What receivers answer; null takes it.</summary>
    private protected Step.Failed? Answer { get; set; }

    /// <summary>How often a receiver was asked.</summary>
    private protected int Handshakes => _handshakes;

    private protected Consent Handshake { get; set; } = new Consent.Given(Sample.Now, null);

    private protected PartnerEndpoints Own => new(Store, Cursors, new(_calls, _webhooks, Clock));

    private protected PortalEndpoints Portal => new(Own, Store, Deliveries, Register, Clock);

    private protected static FilterForms Filters => new(new(new StateCatalog()), new());

    private protected Endpoints Endpoints => new(
        Own, Desk, Store, Cursors, Register, new StateCatalog(), new NetworkCatalog(), this, _ids, _settings, Clock);

    private protected EndpointControl Control => new(Own, Register, this, new(this), _webhooks, this, _ids, Clock);

    private protected EndpointConsent Consents => new(
        Own, Desk, this, new(this), Store, new MemoryOutbox(), _settings, this, _ids, Clock);

    private protected EndpointListPages List => new(_site.Pages, Portal, Filters, Endpoints);

    private protected EndpointActionPages Actions => new(_site.Pages, Portal, Control, Consents);

    private protected EndpointChangePages Changes => new(_site.Pages, Portal, Filters, Endpoints, Control);

    private protected EndpointMovePages Moves => new(_site.Pages, Portal, Consents);

    private protected ResendEvent Resends => new(Own, Register, this, new(this), Deliveries, _webhooks, Clock);

    private protected DeliveryPages Sent => new(
        _site.Pages, Portal, Own, new(Own, Deliveries, Register), Resends, Register, new StateChoices(new StateCatalog()), _webhooks);

    private protected EventPages Events => new(_site.Pages, Register, new StateChoices(new StateCatalog()), _webhooks);

    private protected RecoveryPages Recoveries => new(_site.Pages, Portal, Control, Register, Clock);

    private EndpointService Desk =>
        new(Store, Cursors, new(this, new(this), _webhooks, _ids, Clock), new(new FixedAccessLinkKey()), Clock);

    private protected Cursor Cursor => Cursors[WebhookChannel.ChannelName, "mine"];

    private protected Endpoint Put(string id, string partner)
    {
        Cursors.Put(new() { Channel = WebhookChannel.ChannelName, Name = id });
        return Store.Put(new(id, partner, $"https://{id}.example/hook", Secret, Sample.Now) { Consent = new Consent.Given(Sample.Now, null) });
    }

    /// <summary>A page is opened.</summary>
    private protected static Task<Served> Open(string path, Func<HttpRequest, Task<IActionResult>> page, Caller? by = null) =>
        Served.By(PageSite.Get(path, by ?? Mine), page);

    /// <summary>A form is sent.</summary>
    private protected static Task<Served> Send(
        Func<HttpRequest, Task<IActionResult>> page, Caller? by = null, params (string Name, string Value)[] fields) =>
        Served.By(PageSite.Post("/partners/any", by ?? Mine, [("form-token", "token-1"), .. fields]), page);

    public Task<Step.Failed?> Post(WebhookRequest request, CancellationToken cancel)
    {
        Got.Add(request);
        return Task.FromResult(Answer);
    }

    public Task<IReadOnlyList<SigningKey>> Keys(CancellationToken cancel) => throw new NotSupportedException();

    public Task<MessageSigned?> Sign(Func<string, byte[]> message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        return Task.FromResult<MessageSigned?>(new("k1", message("k1")));
    }

    Task<Consent> IConsentRequests.Handshake(string url, string origin, int rate, CancellationToken cancel)
    {
        Interlocked.Increment(ref _handshakes);
        return Task.FromResult(Handshake);
    }

    public Task<Consent> Challenge(WebhookRequest request, string challenge, CancellationToken cancel) => throw new NotSupportedException();

    public Task<bool> Send(WakeUps wakeUps) => Task.FromResult(true);
}
