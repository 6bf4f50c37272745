using FsCheck;
using FsCheck.Fluent;
using Hub.Notices.AccessLinks;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Notices.Access;

public sealed class AccessLinkTests
{
    private static readonly AccessLinkHolder Holder = new("authority-record-1", "unit@justice.example", 0);
    private static readonly AccessLink Link =
        new(AccessLinkPurpose.Confirmation, Holder.Id, "record-1", Sample.Today.AddDays(60), Holder.Mark(FixedAccessLinkKey.Key));

    [Fact]
    public void A_link_opens_what_it_was_made_for_until_its_last_day()
    {
        var text = Link.Sign(FixedAccessLinkKey.Key);
        Assert.Equal(new AccessLinkReading.Valid(Link), AccessLink.Read(text, FixedAccessLinkKey.Key, Link.Expires));
        Assert.Equal(new AccessLinkReading.Expired(Link), AccessLink.Read(text, FixedAccessLinkKey.Key, Link.Expires.AddDays(1)));
    }

    [Fact]
    public void The_same_link_is_the_same_text_and_each_part_makes_another()
    {
        var texts = new[]
        {
            Link, Link with { Purpose = AccessLinkPurpose.Edition }, Link with { Recipient = "other" }, Link with { Subject = "" },
            Link with { Expires = Sample.Today }, Link with { Holder = "another" },
        }.Select(l => l.Sign(FixedAccessLinkKey.Key)).ToList();
        Assert.Equal(Link.Sign(FixedAccessLinkKey.Key), texts[0]);
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(texts, t => Assert.Matches("^[A-Za-z0-9_.-]{60,300}$", t));
    }

    [Fact]
    public void Whatever_is_changed_in_a_link_it_is_a_links_no_more() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, Link.Sign(FixedAccessLinkKey.Key).Length - 1), Gen.Elements("AZaz09-_.=\n +%é".ToCharArray())).ToArbitrary(),
        t =>
        {
            var text = Link.Sign(FixedAccessLinkKey.Key).ToCharArray();
            if (text[t.Item1] == t.Item2)
                return true;
            text[t.Item1] = t.Item2;
            return AccessLink.Read(new(text), FixedAccessLinkKey.Key, Sample.Today) is AccessLinkReading.Unknown;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("====")]
    [InlineData("aHViLWxpbmstMQ.")]
    public void What_is_no_link_is_unknown(string text) =>
        Assert.IsType<AccessLinkReading.Unknown>(AccessLink.Read(text, FixedAccessLinkKey.Key, Sample.Today));

    [Theory]
    [InlineData(AccessLinkPurpose.Confirmation, 60)]
    [InlineData(AccessLinkPurpose.HeldNotice, 60)]
    [InlineData(AccessLinkPurpose.Edition, 90)]
    [InlineData(AccessLinkPurpose.Preferences, 90)]
    public void No_link_works_longer_than_its_purpose_allows_whoever_signed_it(AccessLinkPurpose purpose, int days)
    {
        AccessLinkReading Read(DateOnly expires) => AccessLink.Read(
            (Link with { Purpose = purpose, Expires = expires }).Sign(FixedAccessLinkKey.Key), FixedAccessLinkKey.Key, Sample.Today);
        Assert.IsType<AccessLinkReading.Valid>(Read(Sample.Today.AddDays(days)));
        Assert.IsType<AccessLinkReading.Unknown>(Read(Sample.Today.AddDays(days + 2)));
        Assert.IsType<AccessLinkReading.Unknown>(Read(DateOnly.MaxValue));
    }

    [Fact]
    public async Task A_link_is_its_recipients_as_long_as_the_address_is_the_same_and_the_links_were_not_ended()
    {
        var links = new MailRig().Links;
        Assert.True(await links.IsOf(Link, Holder, default));
        Assert.True(await links.IsOf(Link, Holder with { Address = " UNIT@justice.example" }, default));
        Assert.False(await links.IsOf(Link, Holder with { Address = "other@justice.example" }, default));
        Assert.False(await links.IsOf(Link, Holder with { Generation = 1 }, default));
        Assert.False(await links.IsOf(Link, Holder with { Id = "authority-record-2" }, default));
        Assert.False(await links.IsOf(Link with { Holder = "another" }, Holder, default));
    }

    [Fact]
    public async Task Links_that_were_ended_stay_ended_and_the_next_mail_brings_new_ones()
    {
        var rig = new MailRig();
        rig.Subscribe("m");
        var before = (await rig.Desk.Find("m", default))!.Holder();
        await rig.Desk.EndLinks("m", default);
        var after = (await rig.Desk.Find("m", default))!.Holder();
        Assert.NotEqual(before.Mark(FixedAccessLinkKey.Key), after.Mark(FixedAccessLinkKey.Key));
        await rig.Renewal.Renew(new(AccessLinkPurpose.Preferences, "m", "", Sample.Today.AddDays(-1), "before"), default);
        await rig.Finish();
        var token = Assert.Single(rig.Sent).Message.Text.Split('/')[^1];
        var fresh = Assert.IsType<AccessLinkReading.Valid>(await rig.Links.Read(token, default)).Link;
        Assert.True(await rig.Links.IsOf(fresh, after, default));
    }

    [Fact]
    public void A_link_of_another_key_or_with_something_after_it_is_unknown()
    {
        Assert.IsType<AccessLinkReading.Unknown>(
            AccessLink.Read((Link with { Expires = new(9999, 12, 31) }).Sign(FixedAccessLinkKey.Key), FixedAccessLinkKey.Key, Sample.Today)
        );
        Assert.IsType<AccessLinkReading.Unknown>(AccessLink.Read(Link.Sign(new byte[32]), FixedAccessLinkKey.Key, Sample.Today));
        Assert.IsType<AccessLinkReading.Unknown>(
            AccessLink.Read($"{Link.Sign(FixedAccessLinkKey.Key)}.", FixedAccessLinkKey.Key, Sample.Today));
    }
}
