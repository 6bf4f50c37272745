using System.Text;
using Hub.Register.Lookup;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Lookup;

public sealed class VCardTests
{
    [Fact]
    public void A_card_names_the_office_in_the_readers_language_and_how_to_reach_it()
    {
        var card = Unfolded(With(r => r with
        {
            AuthorityName = new Dictionary<string, string>
            {
                ["en"] = "Office of Cooperation", ["fr"] = "Bureau de coopération; section 2",
            },
            Phones = [new("+99915550100", "12")],
            PostalAddress = new(["12 Harbour Road"], "Port Arven", "1000", "Arvenia"),
        }), Language.French);

        Assert.Equal(["BEGIN:VCARD", "VERSION:4.0", "KIND:org"], card.Take(3));
        Assert.Contains(@"FN:Bureau de coopération\; section 2\, Arvenia", card);
        Assert.Contains("TEL;VALUE=uri;TYPE=work,voice:tel:+99915550100;ext=12", card);
        Assert.Contains("ADR;TYPE=work:;;12 Harbour Road;Port Arven;;1000;Arvenia", card);
        Assert.Contains("EMAIL;TYPE=work:cooperation@justice.example", card);
        Assert.Equal("END:VCARD", card[^1]);
    }

    [Fact]
    public void An_address_of_the_web_stands_as_it_is()
    {
        var authority = Sample.Authority();
        authority = authority with { Public = authority.Public with { Website = "https://justice.example/a,b;c?d=\\e" } };
        foreach (var version in new[] { VCard.Newest, VCard.Older })
            Assert.Contains("URL:https://justice.example/a,b;c?d=\\e", Unfolded(authority, Language.English, version));
    }

    [Theory]
    [InlineData("+999 155 5O1l", null)]
    [InlineData("+999 (0)155 5011 / 5012 or +1 202 555 0100", null)]
    [InlineData("+99915550100", "1 or 2")]
    public void What_is_no_whole_number_stands_as_it_was_written_where_nobody_dials_it(string number, string? extension)
    {
        foreach (var version in new[] { VCard.Newest, VCard.Older })
        {
            var card = Unfolded(
                With(r => r with { Phones = [new(number, extension)], Fax = [new(number, extension)], TimeZone = "noon" }),
                Language.English,
                version);
            Assert.Equal(2, card.Count(l => l.StartsWith($"NOTE:{number}", StringComparison.Ordinal)));
            Assert.DoesNotContain(
                card, l => l.StartsWith("TEL", StringComparison.Ordinal) || l.StartsWith("TZ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_card_of_the_older_version_is_one_that_telephones_read()
    {
        var card = Unfolded(
            With(r => r with { Phones = [new("+99915550100", "12")], Fax = [new("+99915550101")], TimeZone = "Africa/Dakar" }),
            Language.English, VCard.Older);
        Assert.Equal(["BEGIN:VCARD", "VERSION:3.0"], card.Take(2));
        Assert.Contains("N:;;;;", card);
        Assert.Contains("TEL;TYPE=WORK,VOICE:+99915550100 ext. 12", card);
        Assert.Contains("TEL;TYPE=WORK,FAX:+99915550101", card);
        Assert.Contains("EMAIL;TYPE=INTERNET:cooperation@justice.example", card);
        Assert.DoesNotContain(card, l => l.StartsWith("KIND", StringComparison.Ordinal) || l.StartsWith("LANG", StringComparison.Ordinal)
            || l.Contains("VALUE=uri", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(VCard.Newest, "TEL;VALUE=uri;TYPE=work,voice;PREF=1:tel:+99915550199")]
    [InlineData(VCard.Older, "TEL;TYPE=WORK,VOICE,PREF:+99915550199")]
    public void The_number_that_is_answered_day_and_night_comes_first_and_says_so(string version, string night)
    {
        var urgent = new UrgentProcedure(Phone: new("+99915550199", null, PhonePurpose.AroundTheClock));
        var card = Unfolded(
            With(r => r with { Phones = [new("+99915550100")], UrgentProcedure = urgent }), Language.English, version);
        var numbers = card.Where(l => l.Contains("TEL;", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, numbers.Count);
        Assert.Equal($"night99915550199.{night}", numbers[0]);
        Assert.Contains("night99915550199.X-ABLABEL:24/7", card);
        Assert.Single(Unfolded(
            With(r => r with { Phones = [urgent.Phone!], UrgentProcedure = urgent }), Language.English, version), l => l.Contains("TEL;", StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_letter_is_torn()
    {
        var name = string.Concat(Enumerable.Repeat("Директорат 司法部 ", 20)).Trim();
        var text = VCard.Of(With(r => r with { AuthorityName = new Dictionary<string, string> { ["en"] = name } }), Language.English, "Arvenia");

        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains($"FN:{name}", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_a_record_begins_a_line_of_its_own()
    {
        const string Break = "x\r\nEMAIL:evil@elsewhere.example";
        var card = Unfolded(With(r => r with
        {
            UnitName = Break, TimeZone = Break, LanguagesSpoken = [Break], Phones = [new(Break, Break)], Fax = [new(Break)],
            Emails = [new(Break)], PostalAddress = new([Break], Break),
        }), Language.English);

        Assert.Equal(1, card.Count(line => line.StartsWith("EMAIL", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(VCard.Newest)]
    [InlineData(VCard.Older)]
    public void A_card_holds_no_character_that_a_card_cannot_carry(string version)
    {
        const string Hostile = "Office\v\u0001\uFFFF\uD800\u009F of Law";
        var card = VCard.Of(With(r => r with
        {
            AuthorityName = new Dictionary<string, string> { ["en"] = Hostile }, UnitName = Hostile, LanguagesSpoken = [Hostile],
            TimeZone = Hostile,
        }), Language.English, "Arvenia", version);
        System.Xml.XmlConvert.VerifyXmlChars(card);
        Assert.DoesNotMatch("[\v\u0001\uFFFF\u009F]", card);
        Assert.Contains("of Law", card.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Authority With(Func<AuthorityRestricted, AuthorityRestricted> change)
    {
        var authority = Sample.Authority();
        return authority with { Restricted = change(authority.Restricted) };
    }

    private static string[] Unfolded(Authority authority, Language language, string version = VCard.Newest) =>
        VCard.Of(authority, language, "Arvenia", version).Replace("\r\n ", "", StringComparison.Ordinal)
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
