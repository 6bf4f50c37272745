using System.Text.Json;
using Hub.Delivery.Webhooks;
using Hub.Delivery.Webhooks.Partners;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

/// <summary>Consent before the first event, and the way to another address.</summary>
public sealed class EndpointServiceTests
{
    private static readonly Consent Granted = new Consent.Given(Sample.Now, 30);

    [Fact]
    public async Task Nothing_is_sent_before_the_receiver_has_consented_and_all_of_it_after()
    {
        var partner = new Partner { Handshake = new Consent.NoResponse(Sample.Now, "no connection") };
        var endpoint = await partner.Ask();
        partner.Rig.Register.Grow(2);
        Assert.Equal(RunResult.NotMine, await partner.Rig.Run());
        Assert.Contains("could not be asked", endpoint.Consent!.Problem, StringComparison.Ordinal);

        partner.Handshake = Granted;
        await partner.Ask();
        await partner.Rig.Finish();
        Assert.Equal([1, 2], partner.Rig.Sequences());
        Assert.Equal(30, partner.Rig.Endpoints["e1"].RateWithin(WebhookSettings.Most));
    }

    [Fact]
    public async Task It_begins_after_the_event_that_was_asked_for_when_the_endpoint_was_made_however_late_the_consent()
    {
        var partner = new Partner { Handshake = new Consent.NoResponse(Sample.Now, "down") };
        partner.Rig.Register.Grow(3);
        partner.Rig.Endpoints.Put(partner.Rig.Endpoints["e1"] with { After = 2 });
        await partner.Ask();
        partner.Handshake = Granted;
        await partner.Ask();
        await partner.Rig.Finish();
        Assert.Equal([3], partner.Rig.Sequences());
    }

    [Fact]
    public async Task A_denial_is_not_asked_around_by_a_challenge()
    {
        var partner = new Partner { Handshake = new Consent.Denied(Sample.Now, "it answered 403"), Echoes = true };
        Assert.IsType<Consent.Denied>((await partner.Ask()).Consent);
        Assert.Empty(partner.Challenges);
    }

    [Fact]
    public async Task A_receiver_that_does_not_know_the_handshake_has_to_echo_a_signed_challenge()
    {
        var partner = new Partner { Handshake = new Consent.NotSupported(Sample.Now, "405") };
        Assert.IsType<Consent.NotSupported>((await partner.Ask()).Consent);
        partner.Echoes = true;
        Assert.IsType<Consent.Given>((await partner.Ask()).Consent);
        var asked = JsonDocument.Parse(partner.Challenges[^1].Request.Body).RootElement;
        Assert.Equal(("directory.endpoint.consent", partner.Challenges[^1].Challenge), (
            asked.GetProperty("type").GetString(), asked.GetProperty("data").GetProperty("challenge").GetString()));
        Assert.NotEqual(partner.Challenges[0].Challenge, partner.Challenges[1].Challenge);
        Assert.Equal("https://hub.example".Split("//")[1], partner.Origin);
    }

    [Theory]
    [InlineData(false, typeof(Consent.Given))]
    [InlineData(true, typeof(Consent.Denied))]
    public async Task A_consent_that_stands_falls_by_a_denial_only(bool denied, Type standing)
    {
        var partner = new Partner { Handshake = Granted };
        await partner.Ask();
        partner.Handshake = denied ? new Consent.Denied(Sample.Now, "no more") : new Consent.NoResponse(Sample.Now, "down");
        Assert.IsType(standing, (await partner.Ask()).Consent);
    }

    [Fact]
    public async Task What_else_changes_while_the_receiver_is_asked_stays()
    {
        var partner = new Partner { Handshake = Granted };
        partner.Rig.Endpoints.BeforeSave = () =>
        {
            partner.Rig.Endpoints.BeforeSave = () => { };
            partner.Rig.Endpoints.Put(partner.Rig.Endpoints["e1"] with { Rate = 7 });
        };
        await partner.Ask();
        Assert.Equal((7, true), (partner.Rig.Endpoints["e1"].Rate, partner.Rig.Endpoints["e1"].Consent is Consent.Given));
    }

    [Fact]
    public async Task An_endpoint_that_is_deleted_while_its_receiver_is_asked_does_not_come_back()
    {
        var partner = new Partner { Handshake = Granted };
        partner.Rig.Endpoints.BeforeSave = () => partner.Rig.Endpoints.Delete("e1", default);
        Assert.Null(await partner.Desk.AskForConsent(partner.Rig.Endpoints["e1"], default));
        Assert.Null(await partner.Rig.Cursors.Find(WebhookChannel.ChannelName, "e1", default));
    }

    [Fact]
    public async Task Another_address_is_used_from_the_moment_on_at_which_its_code_comes_back()
    {
        var partner = new Partner { Handshake = Granted };
        await partner.Ask();
        var (proposed, code, _) = await partner.Desk.Propose(partner.Rig.Endpoints["e1"], "https://other.example/hook", default);
        partner.Rig.Register.Grow();
        await partner.Rig.Finish();
        Assert.Equal(WebhookRig.Url("e1"), partner.Rig.Got[^1].Url);
        Assert.DoesNotContain(code, proposed!.Change!.CodeHash, StringComparison.Ordinal);

        Assert.NotNull(await partner.Desk.Confirm(partner.Rig.Endpoints["e1"], code, default));
        partner.Rig.Register.Grow();
        await partner.Rig.Finish();
        Assert.Equal("https://other.example/hook", partner.Rig.Got[^1].Url);
        Assert.Null(await partner.Desk.Confirm(partner.Rig.Endpoints["e1"], code, default));
    }

    [Fact]
    public async Task A_wrong_code_a_late_one_and_that_of_an_earlier_proposal_change_nothing()
    {
        var partner = new Partner { Handshake = Granted };
        await partner.Ask();
        var (_, first, _) = await partner.Desk.Propose(partner.Rig.Endpoints["e1"], "https://one.example/", default);
        var (_, second, _) = await partner.Desk.Propose(partner.Rig.Endpoints["e1"], "https://two.example/", default);
        Assert.Null(await partner.Desk.Confirm(partner.Rig.Endpoints["e1"], first, default));
        Assert.Null(await partner.Desk.Confirm(partner.Rig.Endpoints["e1"], "", default));
        partner.Rig.Clock.Advance(UrlChange.Lasts);
        Assert.Null(await partner.Desk.Confirm(partner.Rig.Endpoints["e1"], second, default));
        Assert.Equal(WebhookRig.Url("e1"), partner.Rig.Endpoints["e1"].Url);
    }

    [Fact]
    public async Task An_address_whose_receiver_does_not_consent_is_not_proposed()
    {
        var partner = new Partner { Handshake = Granted };
        await partner.Ask();
        partner.Handshake = new Consent.Denied(Sample.Now, "another's");
        Assert.Null((await partner.Desk.Propose(partner.Rig.Endpoints["e1"], "https://victim.example/", default)).Proposed);
        Assert.Null(partner.Rig.Endpoints["e1"].Change);
    }

    private sealed class Partner : IConsentRequests
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
