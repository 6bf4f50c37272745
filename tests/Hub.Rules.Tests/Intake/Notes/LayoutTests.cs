using System.Text.Json.Nodes;
using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>What a note says by where it stands: headings, labels, cells, days with exceptions.</summary>
public sealed class LayoutTests
{
    private static JsonNode? Set(string text) =>
        Noted.Changes(Noted.Read($"The Criminal Cases Office has new particulars.\n\n{text}", Noted.Authority()))[0]["set"];

    [Theory]
    [InlineData("II. Transfer of sentenced persons (article 17)\n   Convicts Desk\n   Tel. +999 1 555 0102")]
    [InlineData("Article 17 - transfer of sentenced persons\n\nThe Convicts Desk\nTel. +999 1 555 0102")]
    public void An_office_below_a_heading_has_what_stands_there(string second)
    {
        var read = Noted.Changes(Noted.Read(
            "The authorities designated under the United Nations Convention against Transnational Organized Crime are these.\n\n"
            + $"I. Extradition (article 16)\n   Surrender Bureau\n   Tel. +999 1 555 0101\n\n{second}"));
        Assert.Equal(["Surrender Bureau", "Convicts Desk"], read.Select(Noted.NameOf));
        Assert.Equal(
            ["16 +99915550101", "17 +99915550102"],
            read.Select(c => $"{c["authority"]!["designations"]![0]!["article"]} {c["authority"]!["phones"]![0]!["number"]}"));
    }

    [Theory]
    [InlineData("Office hours: Monday to Friday, except Wednesday, 8:00 to 15:00", "1 2 4 5")]
    [InlineData("Office hours: 8:00 to 15:00, Monday to Friday save Friday", "1 2 3 4")]
    [InlineData("Office hours: weekdays other than Monday and Friday from 8:00 to 15:00", "2 3 4")]
    [InlineData("Office hours: Monday to Friday 8:00 to 15:00 (except Friday)", "1 2 3 4")]
    public void A_day_that_is_excepted_has_no_hours(string text, string days) => Assert.Equal(
        days.Split(' ').Select(d => Enum.Parse<DayOfWeek>(d).ToString().ToUpperInvariant()),
        ((JsonArray)Set(text)!["officeHours"]!).Select(h => (string?)h!["day"]));

    [Theory]
    [InlineData("Night and day: +999 1 555 0199")]
    [InlineData("Duty room, 24/7 . +999 1 555 0199")]
    [InlineData("Telephone: +999 1 555 0199, day and night")]
    public void A_number_day_and_night_is_one_whatever_its_label(string text) =>
        Assert.Equal("AROUND_THE_CLOCK", (string?)Set(text)!["phones"]![0]!["purpose"]);

    [Theory]
    [InlineData("It can be found since 12 January 2026 Duke Street 12, Kingston.", "Duke Street 12")]
    [InlineData("Its new address is Duke Street no number, Kingston.", "Duke Street no number")]
    public void An_address_begins_behind_the_day_and_may_have_no_number(string text, string line) =>
        Assert.Equal(line, (string?)Set(text)!["postalAddress"]!["lines"]![0]);

    [Fact]
    public void In_a_telegram_each_sentence_ends_where_it_says_so() => Assert.Equal(
        "+99915550102",
        (string?)Set("OLD FACSIMILE DISCONTINUED STOP PLEASE DELETE STOP TELEPHONE +999 1 555 0102 STOP ENDS")!["phones"]![0]!["number"]);

    [Fact]
    public void A_day_in_two_languages_is_a_day()
    {
        var note = NoteText.Of("28 May / mai 2026", Lexicon.Of(Language.English)!);
        Assert.Equal(new DateOnly(2026, 5, 28), Dates.In(note, note.Whole).Single().Value);
    }

    [Fact]
    public void An_article_may_go_over_the_end_of_its_sentence()
    {
        var note = NoteText.Of("Article 8 (smuggling of migrants\n\nby sea and in the territorial waters) of the Protocol", Lexicon.Of(Language.English)!);
        Assert.Empty(new PairParser(note).In(note.Whole));
    }
}
