using Hub.Delivery.Webhooks;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Webhooks.Endpoints;

public sealed class EndpointConsentTests : EndpointCase
{
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
}
