using System.Text.Json;
using Hub.Delivery.Webhooks;
using Hub.Rules.Tests.Builders;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks.Endpoints;

/// <summary>Consent before the first event, and the way to another address.</summary>
public sealed class EndpointServiceTests : EndpointCase
{
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
}
