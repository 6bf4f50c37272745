using Hub.Delivery.Webhooks;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Webhooks.Endpoints;

public sealed class EndpointAddressTests : EndpointCase
{
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
}
