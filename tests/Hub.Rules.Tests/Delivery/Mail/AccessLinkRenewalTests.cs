using Hub.Notices.AccessLinks;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Mail;

public sealed class AccessLinkRenewalTests
{
    private static readonly AccessLink Expired = new(AccessLinkPurpose.Preferences, "m", "", Sample.Today.AddDays(-1), "before");

    [Fact]
    public async Task A_fresh_link_goes_to_the_address_on_file_and_opens_the_same()
    {
        var rig = Rig();
        await rig.Renewal.Renew(Expired, default);
        await rig.Finish();
        var mail = Assert.Single(rig.Sent).Message;
        Assert.Equal("m@mission.example", mail.To);
        var fresh = Assert.IsType<AccessLinkReading.Valid>(await rig.Links.Read(mail.Text.Split('/')[^1], default)).Link;
        Assert.Equal(Expired with { Expires = Sample.Today.AddDays(90), Holder = fresh.Holder }, fresh);
        Assert.True(await rig.Links.IsOf(fresh, (await rig.Desk.Find("m", default))!.Holder(), default));
    }

    [Fact]
    public async Task A_recipient_gets_one_an_hour_at_most()
    {
        var rig = Rig();
        for (var minutes = 0; minutes < 70; minutes += 10)
        {
            await rig.Renewal.Renew(Expired, default);
            await rig.Finish();
            rig.Clock.Advance(TimeSpan.FromMinutes(10));
        }
        Assert.Equal([Sample.Now, Sample.Now.AddHours(1)], rig.Sent.Select(s => s.At));
    }

    [Fact]
    public async Task Nobody_gets_one_who_is_no_recipient_any_more()
    {
        var rig = Rig();
        await rig.Renewal.Renew(Expired with { Recipient = "gone" }, default);
        await rig.Finish();
        Assert.Empty(rig.Sent);
    }

    private static MailRig Rig()
    {
        var rig = new MailRig();
        rig.Subscribe("m");
        return rig;
    }
}
