using System.Globalization;
using Hub.Delivery.Editions;
using Hub.Notices.Recipients;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests;

public sealed class LabelsTests
{
    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Fact]
    public void All_languages_have_the_same_labels_with_the_same_places() => WrittenTexts.AreAlike(WrittenTexts.Labels);

    [Fact]
    public void All_languages_have_the_same_words_for_editions() => WrittenTexts.AreAlike(WrittenTexts.Editions);

    [Fact]
    public void All_languages_have_the_same_words_for_confirmations() => WrittenTexts.AreAlike(WrittenTexts.Upkeep);

    [Fact]
    public void All_languages_have_the_same_words_for_partners() => WrittenTexts.AreAlike(WrittenTexts.Partners);

    [Fact]
    public void All_languages_have_the_same_words_for_answers() => WrittenTexts.AreAlike(WrittenTexts.Answers);

    [Fact]
    public void All_languages_have_the_same_words_for_networks() => WrittenTexts.AreAlike(WrittenTexts.Networks);

    [Fact]
    public void All_languages_have_the_same_words_for_the_directory() => WrittenTexts.AreAlike(WrittenTexts.OfDirectory);

    [Fact]
    public void All_languages_have_the_same_words_for_those_who_sign_in() => WrittenTexts.AreAlike(WrittenTexts.Visitors);

    [Fact]
    public void All_languages_have_the_same_words_for_offices() => WrittenTexts.AreAlike(WrittenTexts.Office);

    [Fact]
    public void All_languages_have_the_same_words_for_laws_and_for_the_site()
    {
        WrittenTexts.AreAlike(WrittenTexts.Laws);
        WrittenTexts.AreAlike(WrittenTexts.Site);
    }

    [Theory]
    [InlineData(Language.English, "1,200")]
    [InlineData(Language.French, "1\u202F200")]
    [InlineData(Language.Spanish, "1.200")]
    [InlineData(Language.Russian, "1\u00A0200")]
    [InlineData(Language.Arabic, "1,200")]
    [InlineData(Language.Chinese, "1,200")]
    public void A_number_is_written_as_its_language_writes_these_digits(Language language, string written) =>
        Assert.Equal(written, new Labels(language).Number(1200));

    [Theory, MemberData(nameof(Languages))]
    public void Every_mark_and_every_sub_region_of_the_coverage_has_a_word(Language language) => Assert.All(
        Enum.GetNames<MembershipRole>().Select(r => $"Net.Mark.{r}")
            .Concat(Sample.States.All.Select(s => $"Net.Region.{s.Subregion ?? "none"}")),
        key => Assert.Contains(key, WrittenTexts.Networks[language].Keys));

    [Theory, MemberData(nameof(Languages))]
    public void Every_value_that_an_edition_can_show_has_a_word(Language language) => Assert.All(
        (string[])[.. Keys<AuthorityKind>(), .. Keys<RequestFormat>(), .. Keys<RequestChannel>(),
            .. Keys<InterpolAcceptance>(), .. Keys<RecordStatus>(), .. Keys<EditionSubject>()],
        key => Assert.Contains(key, WrittenTexts.Editions[language].Keys.Concat(WrittenTexts.Vocabulary[language].Keys)));

    [Theory, MemberData(nameof(Languages))]
    public void Every_value_that_a_page_or_mail_can_show_has_a_word(Language language)
    {
        var own = WrittenTexts.Labels[language].Keys.Concat(WrittenTexts.Vocabulary[language].Keys);
        Assert.All(
            (string[])[
                .. Keys<EventType>(), .. Keys<Matter>(), .. Keys<Instrument>(), .. Keys<DesignationFunction>(), .. Keys<MembershipRole>(),
                .. Keys<Confidence>(), .. Keys<LegalBasisValue>(), .. Keys<PhonePurpose>(), .. Keys<Cadence>(),
            ],
            key => Assert.Contains(key, own));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_field_of_a_record_has_a_word(Language language)
    {
        Type[] parts = [typeof(AuthorityPublic), typeof(AuthorityRestricted)];
        var fields = parts.SelectMany(part => HubJson.Options.GetTypeInfo(part).Properties).ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, f => Assert.Contains($"Field.{f.Name}", WrittenTexts.Labels[language].Keys));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_kind_of_network_has_a_word(Language language) =>
        Assert.All(Sample.Networks.All, n => Assert.Contains($"Kind.{n.Kind}", WrittenTexts.Labels[language].Keys));

    [Theory]
    [InlineData(Language.English, "4 August 2025", "1 April 2025")]
    [InlineData(Language.French, "4 août 2025", "1er avril 2025")]
    [InlineData(Language.Spanish, "4 de agosto de 2025", "1.º de abril de 2025")]
    [InlineData(Language.Arabic, "4 أغسطس 2025", "1 أبريل 2025")]
    [InlineData(Language.Russian, "4 августа 2025 г.", "1 апреля 2025 г.")]
    [InlineData(Language.Chinese, "2025年8月4日", "2025年4月1日")]
    public void Dates_are_written_as_the_language_writes_them(Language language, string day, string first)
    {
        Assert.Equal(day, new Labels(language).Day(new(2025, 8, 4)));
        Assert.Equal(first, new Labels(language).Day(new(2025, 4, 1)));
    }

    [Fact]
    public void A_field_that_is_no_more_keeps_its_own_name() => Assert.Equal("telex", new Labels(Language.French).Field("telex"));

    [Fact]
    public void A_text_that_does_not_exist_is_an_error_that_names_it() =>
        Assert.Contains("Mail.Nowhere", Assert.ThrowsAny<Exception>(() => new Labels(Language.English)["Mail.Nowhere"]).Message);

    [Fact]
    public void The_language_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var page = Sample.Page("networks/fr/wacap.html");
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
            Assert.Equal(page, Sample.Page("networks/fr/wacap.html"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Keys<T>() where T : struct, Enum => Enum.GetNames<T>().Select(name => $"{typeof(T).Name}.{name}");
}
