using System.Text;
using Hub.Pages.Laws;
using Hub.Pages.Laws.Frame;
using Hub.Register.Laws;
using Hub.Register.States;

namespace Hub.Pages.Tests.LawPages;

/// <summary>A law's page: everything of it, each text in its language and direction, and how far it can be relied on.</summary>
public sealed class LawPageTests
{
    private const string Hostile = "<script>x</script>\"><img src=x onerror=y> \u202Eevil {0}";

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void It_says_everything_of_a_law_in_each_language(Language language)
    {
        var html = Html(LawCase.Law, language);
        foreach (var text in new[]
        {
            "Loi relative à l&#x27;entraide", "قانون المساعدة", "2019-07", "Port Arven", "JO 12", "Ministry of Justice", "Another law", "Loi de 1970",
            "art. 12", "Le texte de l&#x27;article.", "The text of the article.", "A note.", "/laws/articles/UNTOC/18", "/laws/articles/UNTOC/6",
            "href=\"/laws/law-1?version=1\"", "href=\"/api/laws/law-1?version=2\"", "href=\"/laws/states/XAA\"", "href=\"/directory/states/XAA\"",
        })
            Assert.Contains(text, html, StringComparison.Ordinal);
        Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "<bdi lang=\"en\" dir=\"ltr\">Act on Assistance</bdi></h1>")]
    [InlineData(Language.French, "<bdi lang=\"fr\" dir=\"ltr\">Loi relative")]
    [InlineData(Language.Arabic, "<bdi lang=\"ar\" dir=\"rtl\">قانون المساعدة</bdi></h1>")]
    [InlineData(Language.Russian, "<bdi lang=\"en\" dir=\"ltr\">Act on Assistance</bdi></h1>")]
    public void Its_title_is_the_readers_where_there_is_one_and_says_its_language(Language language, string heading) =>
        Assert.Contains($"<h1 class=\"govuk-heading-l\">{heading}", Html(LawCase.Law, language), StringComparison.Ordinal);

    [Fact]
    public void Each_text_of_a_provision_says_its_language_and_direction()
    {
        var html = Html(LawCase.Law with { Language = "fa" });
        Assert.Contains("<div class=\"hub-source\" lang=\"fa\" dir=\"rtl\">Le texte", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"hub-source\" lang=\"ar\" dir=\"rtl\">نص", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"hub-source\" lang=\"en\" dir=\"ltr\">The text", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ar", "rtl")]
    [InlineData("fa-AF", "rtl")]
    [InlineData("he", "rtl")]
    [InlineData("uz-Arab", "rtl")]
    [InlineData("ks-Deva", "ltr")]
    [InlineData("ar-Latn-MA", "ltr")]
    [InlineData("fr", "ltr")]
    [InlineData("zh-Hant", "ltr")]
    [InlineData("", "ltr")]
    public void A_tag_says_from_which_side_its_language_is_read(string tag, string direction) =>
        Assert.Equal(direction, LanguageDirection.Of(tag));

    [Theory]
    [InlineData("https://laws.arvenia.example/a?b=c&d")]
    [InlineData("http://laws.arvenia.example/")]
    public void The_official_address_is_a_link_that_tells_the_other_site_nothing(string url)
    {
        var html = Html(LawCase.Law with { OfficialUrl = url });
        var written = url.Replace("&", "&amp;", StringComparison.Ordinal);
        Assert.Contains($"href=\"{written}\" rel=\"noreferrer noopener\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("ftp://laws.example/")]
    public void What_is_no_address_of_the_web_is_no_link(string url)
    {
        var html = Html(LawCase.Law with { OfficialUrl = url, ArchiveUrl = url, Languages = [new("fr", LawTextKind.Official, url)] });
        Assert.DoesNotContain($"href=\"{url}", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hostile_texts_are_texts()
    {
        var law = LawCase.Law with
        {
            TitleOriginal = Hostile, Titles = new Dictionary<string, string> { ["en"] = Hostile }, Number = Hostile, Citation = Hostile,
            RepealedBy = Hostile, Relations = [new(LawRelationKind.Amends, Hostile)],
            Provisions =
            [
                LawCase.Law.Provisions[0] with
                {
                    Label = Hostile, Heading = Hostile, Extract = Hostile, Note = Hostile, ExtractTranslated = new Dictionary<string, string> { ["en"] = Hostile },
                },
            ],
        };
        foreach (var html in new[] { Html(law), LawsHtml.Find(LawCase.Visit(), LawCase.Found([law])) })
        {
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_machine_translated_says_so_and_the_original_prevails()
    {
        var html = Html(LawCase.Law);
        Assert.Equal(2, html.Split("A machine translated it: it is not the State’s text.").Length - 1);
        Assert.Contains("The original prevails over every translation.", html, StringComparison.Ordinal);
        Assert.Contains("said to prevail", html, StringComparison.Ordinal);
        var official = Html(LawCase.Law with
        {
            Titles = null, Languages = [new("fr", LawTextKind.Official)], Provisions = [LawCase.Law.Provisions[0] with { ExtractTranslated = null }],
        });
        Assert.DoesNotContain("prevails", official, StringComparison.Ordinal);
        Assert.DoesNotContain("machine", official, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_the_Secretariat_found_says_until_when_its_State_can_object()
    {
        var found = LawCase.Law with { Source = LawSource.SecretariatFound, FurnishedOn = new(2026, 2, 1), LastConfirmed = null };
        Assert.Contains("Its State can object until <bdi>3 March 2026</bdi>.", Html(found), StringComparison.Ordinal);
        Assert.Contains("Its State has not confirmed it.", Html(found), StringComparison.Ordinal);
        Assert.Contains(">Found by the Secretariat<", Html(found), StringComparison.Ordinal);
        Assert.Contains(
            "Its State could object until <bdi>28 February 2026</bdi>.", Html(found with { FurnishedOn = new(2026, 1, 29) }),
            StringComparison.Ordinal);
        Assert.DoesNotContain("object", Html(LawCase.Law), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-364, false)]
    [InlineData(-367, true)]
    public void That_nobody_confirmed_it_for_a_year_is_said(int days, bool isSaid) => Assert.Equal(
        isSaid, Html(LawCase.Law with { LastConfirmed = LawCase.Now.AddDays(days) }).Contains("more than a year ago", StringComparison.Ordinal));

    [Fact]
    public void That_its_State_is_no_party_and_that_there_is_a_newer_version_is_said()
    {
        Assert.Contains("is not known to be a party to this", Html(LawCase.Law), StringComparison.Ordinal);
        Assert.DoesNotContain("The present one is", Html(LawCase.Law), StringComparison.Ordinal);
        Assert.Contains("The present one is version <bdi>2</bdi>.", Html(LawCase.Law with { Version = 1 }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LinkStatus.Unchecked, null, "link not checked yet")]
    [InlineData(LinkStatus.Soft404, "2026-02-27", "page is no longer there (27 February 2026)")]
    public void The_state_of_its_link_stands_beside_it(LinkStatus state, string? day, string words)
    {
        DateOnly? on = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var html = LawsHtml.Law(LawCase.Visit(), LawCase.View() with { Link = new(state, on) });
        Assert.Contains(words, html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_law_of_the_longest_texts_is_shown_whole()
    {
        var extract = new string('法', 20_000);
        var html = Html(LawCase.Law with { Provisions = [LawCase.Law.Provisions[0] with { Extract = extract }] });
        Assert.Contains(extract, html, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 60_000, 100 * 1024);
    }

    private static string Html(Law law, Language language = Language.English) =>
        LawsHtml.Law(LawCase.Visit(language), LawCase.View(law));
}
