using Hub.Delivery.Editions;
using Hub.Pages.Editions;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Tests.Editions;

public sealed class IndexTests
{
    private static readonly Phone Night = new("+99915550200", null, PhonePurpose.AroundTheClock);

    [Fact]
    public void The_index_by_matter_has_each_State_once_with_all_its_authorities_for_an_article()
    {
        var section = Assert.Single(EditionIndex.ByMatter(Of(Office("r1", "Office B"), Office("r2", "Office A")), English));
        Assert.Contains("18", section.Title.ToText(false), StringComparison.Ordinal);
        var row = Assert.Single(section.Rows);
        Assert.Equal("XAA", row.State.State.Value);
        Assert.Equal("Office A; Office B", row.Says.ToText(false));
    }

    [Fact]
    public void A_designation_that_does_not_hold_on_the_closing_day_is_in_no_index()
    {
        var office = Office("r1", "Office") is var o ? o with
        {
            Restricted = o.Restricted with
            {
                Designations = [.. o.Restricted.Designations.Select(d => d with { EffectiveTo = new(2020, 1, 1) })],
                OutOfHoursReach = true,
            },
        } : null!;
        var edition = Of(office);
        Assert.Empty(EditionIndex.ByMatter(edition, English));
        Assert.Empty(EditionIndex.DayAndNight(edition, English));
    }

    [Fact]
    public void Reached_day_and_night_is_who_has_a_number_for_it_or_says_so()
    {
        var (number, word, neither, urgent) =
            (Office("r1", "A number"), Office("r2", "B word"), Office("r3", "C neither"), Office("r4", "D urgent"));
        number = number with { Restricted = number.Restricted with { Phones = [.. number.Restricted.Phones!, Night] } };
        word = word with { Restricted = word.Restricted with { OutOfHoursReach = true } };
        urgent = urgent with { Restricted = urgent.Restricted with { UrgentProcedure = new(Phone: Night) } };
        Assert.Equal(
            ["A number; +99915550200", "B word; +99915550100", "D urgent; +99915550200"],
            EditionIndex.DayAndNight(Of(number, word, neither, urgent), English).Select(r => r.Says.ToText(false)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_PDF_leads_from_each_row_of_an_index_to_the_page_of_the_State(Language language)
    {
        var pdf = PrintedText.Of($"directory.{language.Code()}.pdf");
        var labels = new Labels(language);
        Assert.Contains(PrintedText.Unmarked(labels["Edition.Index"]), pdf.InSize(PrintedText.Heading));
        Assert.Contains(PrintedText.Unmarked(labels["Edition.DayAndNight"]), pdf.InSize(PrintedText.Heading));
        Assert.Contains(PrintedText.Flat(EditionIndex.Use(labels)[3].Split(['.', '。'])[0]), pdf.Body, StringComparison.Ordinal);
    }

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    private static Labels English => new(Language.English);

    private static Authority Office(string id, string name) => EditionSample.Office(id, "XAA", name);

    private static Edition Of(params Authority[] authorities) =>
        EditionSample.Of(EditionSample.Register(authorities), new(2026, 1));
}
