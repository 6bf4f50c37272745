using Hub.Delivery.Webhooks;
using Hub.Notices.Access;
using Hub.Work.Runner;

namespace Hub.Rules.Tests.Delivery.Webhooks;

public sealed class StoppedEndpointTests
{
    [Fact]
    public async Task An_endpoint_that_was_deleted_disables_its_cursor()
    {
        var rig = new WebhookRig();
        await rig.Endpoints.Delete(rig.Make().Id, default);
        rig.Register.Grow();
        await rig.Run();
        Assert.Equal(CursorState.Disabled, rig.Cursor.State);
        Assert.Empty(rig.Got);
    }

    [Fact]
    public async Task A_partner_whose_access_was_withdrawn_gets_nothing_more_at_once_and_all_it_missed_when_it_is_back()
    {
        var rig = new WebhookRig();
        rig.Make();
        rig.Register.Grow(3);
        rig.Endpoints.PutPartner(new Partner("partner", RevokedAt: rig.Clock.Now));
        await rig.Run();
        Assert.Empty(rig.Got);
        Assert.Equal(CursorState.Disabled, rig.Cursor.State);
        Assert.Contains("withdrawn", rig.Cursor.StateReason, StringComparison.Ordinal);

        rig.Endpoints.PutPartner(new Partner("partner"));
        rig.Cursors.Put(rig.Cursor with { State = CursorState.Active });
        await rig.Finish();
        Assert.Equal([1, 2, 3], rig.Sequences());
    }

    [Fact]
    public async Task A_receiver_that_took_its_consent_back_gets_nothing()
    {
        var rig = new WebhookRig();
        rig.Make(change: e => e with { Consent = new Consent.Denied(rig.Clock.Now, "it answered 403") });
        rig.Register.Grow();
        await rig.Run();
        Assert.Empty(rig.Got);
        Assert.Contains("denied its consent", rig.Cursor.StateReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_signing_key_nothing_goes_out_and_it_is_tried_again()
    {
        var rig = new WebhookRig { KeyIsAway = true };
        rig.Make();
        rig.Register.Grow();
        await rig.Run();
        Assert.Empty(rig.Got);
        Assert.Contains("signing key", rig.Cursor.StateReason, StringComparison.Ordinal);

        rig.KeyIsAway = false;
        await rig.Finish();
        Assert.NotEmpty(rig.Got);
    }
}
