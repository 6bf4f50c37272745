using FsCheck;
using FsCheck.Fluent;
using Hub.Notices.AccessLinks;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Delivery.Mail;

namespace Hub.Rules.Tests.Notices.Access;

public sealed class PersonalLinkTests
{
    private static readonly LinkHolder Holder = new("authority-record-1", "unit@justice.example", 0);
    private static readonly PersonalLink Link =
        new(LinkPurpose.Confirmation, Holder.Id, "record-1", Sample.Today.AddDays(60), Holder.Mark(FixedLinkKey.Key));

    [Fact]
    public void A_link_opens_what_it_was_made_for_until_its_last_day()
    {
        var text = Link.Sign(FixedLinkKey.Key);
        Assert.Equal(new LinkReading.Valid(Link), PersonalLink.Read(text, FixedLinkKey.Key, Link.Expires));
        Assert.Equal(new LinkReading.Expired(Link), PersonalLink.Read(text, FixedLinkKey.Key, Link.Expires.AddDays(1)));
    }

    [Fact]
    public void The_same_link_is_the_same_text_and_each_part_makes_another()
    {
        var texts = new[]
        {
            Link, Link with { Purpose = LinkPurpose.Edition }, Link with { Reader = "other" }, Link with { Subject = "" },
            Link with { Expires = Sample.Today }, Link with { Holder = "another" }, Link with { Holder = null },
        }.Select(l => l.Sign(FixedLinkKey.Key)).ToList();
        Assert.Equal(Link.Sign(FixedLinkKey.Key), texts[0]);
        Assert.Equal(texts.Count, texts.Distinct().Count());
        Assert.All(texts, t => Assert.Matches("^[A-Za-z0-9_.-]{60,300}$", t));
    }

    [Fact]
    public void Whatever_is_changed_in_a_link_it_is_a_links_no_more() => Prop.ForAll(
        Gen.Zip(Gen.Choose(0, Link.Sign(FixedLinkKey.Key).Length - 1), Gen.Elements("AZaz09-_.=\n +%é".ToCharArray())).ToArbitrary(),
        t =>
        {
            var text = Link.Sign(FixedLinkKey.Key).ToCharArray();
            if (text[t.Item1] == t.Item2)
                return true;
            text[t.Item1] = t.Item2;
            return PersonalLink.Read(new(text), FixedLinkKey.Key, Sample.Today) is LinkReading.Unknown;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("====")]
    [InlineData("aHViLWxpbmstMQ.")]
    public void What_is_no_link_is_unknown(string text) =>
        Assert.IsType<LinkReading.Unknown>(PersonalLink.Read(text, FixedLinkKey.Key, Sample.Today));

    [Fact]
    public void A_link_of_before_there_were_holders_has_expired() => Assert.IsType<LinkReading.Expired>(
        PersonalLink.Read((Link with { Holder = null }).Sign(FixedLinkKey.Key), FixedLinkKey.Key, Sample.Today));

    [Theory]
    [InlineData(LinkPurpose.Confirmation, 60)]
    [InlineData(LinkPurpose.HeldNotice, 60)]
    [InlineData(LinkPurpose.Edition, 90)]
    [InlineData(LinkPurpose.Preferences, 90)]
    public void No_link_works_longer_than_its_purpose_allows_whoever_signed_it(LinkPurpose purpose, int days)
    {
        LinkReading Read(DateOnly expires) => PersonalLink.Read(
            (Link with { Purpose = purpose, Expires = expires }).Sign(FixedLinkKey.Key), FixedLinkKey.Key, Sample.Today);
        Assert.IsType<LinkReading.Valid>(Read(Sample.Today.AddDays(days)));
        Assert.IsType<LinkReading.Unknown>(Read(Sample.Today.AddDays(days + 2)));
        Assert.IsType<LinkReading.Unknown>(Read(DateOnly.MaxValue));
    }

    [Fact]
    public async Task A_link_is_its_readers_as_long_as_the_address_is_the_same_and_the_links_were_not_ended()
    {
        var links = new MailRig().Links;
        Assert.True(await links.IsOf(Link, Holder, default));
        Assert.True(await links.IsOf(Link, Holder with { Address = " UNIT@justice.example" }, default));
        Assert.False(await links.IsOf(Link, Holder with { Address = "other@justice.example" }, default));
        Assert.False(await links.IsOf(Link, Holder with { Generation = 1 }, default));
        Assert.False(await links.IsOf(Link, Holder with { Id = "authority-record-2" }, default));
        Assert.False(await links.IsOf(Link with { Holder = null }, Holder, default));
    }

    [Fact]
    public async Task Links_that_were_ended_stay_ended_and_the_next_mail_brings_new_ones()
    {
        var rig = new MailRig();
        rig.Subscribe("m");
        var before = (await rig.Desk.Find("m", default))!.Holder();
        await rig.Desk.EndLinks("m", default);
        var after = (await rig.Desk.Find("m", default))!.Holder();
        Assert.NotEqual(before.Mark(FixedLinkKey.Key), after.Mark(FixedLinkKey.Key));
        await rig.Renewal.Renew(new(LinkPurpose.Preferences, "m", "", Sample.Today.AddDays(-1)), default);
        await rig.Finish();
        var token = Assert.Single(rig.Sent).Message.Text.Split('/')[^1];
        var fresh = Assert.IsType<LinkReading.Valid>(await rig.Links.Read(token, default)).Link;
        Assert.True(await rig.Links.IsOf(fresh, after, default));
    }

    [Fact]
    public void A_link_of_another_key_or_with_something_after_it_is_unknown()
    {
        Assert.IsType<LinkReading.Unknown>(
            PersonalLink.Read((Link with { Expires = new(9999, 12, 31) }).Sign(FixedLinkKey.Key), FixedLinkKey.Key, Sample.Today));
        Assert.IsType<LinkReading.Unknown>(PersonalLink.Read(Link.Sign(new byte[32]), FixedLinkKey.Key, Sample.Today));
        Assert.IsType<LinkReading.Unknown>(PersonalLink.Read($"{Link.Sign(FixedLinkKey.Key)}.", FixedLinkKey.Key, Sample.Today));
    }
}
