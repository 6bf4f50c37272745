using FsCheck;
using FsCheck.Fluent;
using Hub.Core.Access;
using Hub.Core.Tests.Builders;

namespace Hub.Core.Tests;

public sealed class PersonalLinkTests
{
    private static readonly PersonalLink Link = new(LinkPurpose.Confirmation, "authority-record-1", "record-1", Sample.Today.AddDays(60));

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
            Link with { Expires = Sample.Today },
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
    public void A_link_of_another_key_or_with_something_after_it_is_unknown()
    {
        Assert.IsType<LinkReading.Unknown>(PersonalLink.Read(Link.Sign(new byte[32]), FixedLinkKey.Key, Sample.Today));
        Assert.IsType<LinkReading.Unknown>(PersonalLink.Read($"{Link.Sign(FixedLinkKey.Key)}.", FixedLinkKey.Key, Sample.Today));
    }
}
