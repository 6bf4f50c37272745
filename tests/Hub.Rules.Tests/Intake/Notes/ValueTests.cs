using System.Text.Json.Nodes;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>Values as people write them, and those that a note gives up.</summary>
public sealed class ValueTests
{
    private static JsonNode? Set(string text) =>
        Noted.Changes(Noted.Read($"The Criminal Cases Office has new particulars.\n\n{text}", Noted.Authority()))[0]["set"];

    [Theory]
    [InlineData("| | At present | In future |\n| Telephone | +999 1 555 0101 | +999 1 555 0102 |")]
    [InlineData("              at present            in future\n  Telephone   +999 1 555 0101       +999 1 555 0102")]
    [InlineData("Telephone: +999 1 555 0102 (formerly +999 1 555 0101)")]
    [InlineData("For +999 1 555 0101 read +999 1 555 0102.")]
    public void Of_an_old_and_a_new_number_the_new_one_is_read(string text) =>
        Assert.Equal(["+99915550102"], ((JsonArray)Set(text)!["phones"]!).Select(p => (string?)p!["number"]));

    [Theory]
    [InlineData("Telephone: +999 1 555 0101 / 0102", "+99915550101", "+99915550102")]
    [InlineData("Telephone: (00999) 1 555 0101", "+99915550101")]
    [InlineData("Telephone: +999 (0)1 555 0101", "+99915550101")]
    public void Numbers_are_read_as_they_are_written(string text, params string[] numbers) =>
        Assert.Equal(numbers, ((JsonArray)Set(text)!["phones"]!).Select(p => (string?)p!["number"]));

    [Fact]
    public void Each_of_several_extensions_is_a_number() =>
        Assert.Equal(
            ["31", "32"], ((JsonArray)Set("Telephone: +999 1 555 0101, extensions 31 and 32")!["phones"]!).Select(p => (string?)p!["extension"]));

    [Fact]
    public void Instead_of_the_number_that_is_printed_the_other_is_read() =>
        Assert.Equal(
            ["+99915550102"],
            ((JsonArray)Set("Call, instead of the number printed there, +999 1 555 0102.")!["phones"]!).Select(p => (string?)p!["number"]));

    [Theory]
    [InlineData("Telephone: +999 230 55[illegible]")]
    [InlineData("Telephone: +999 501 5…")]
    public void A_number_of_which_a_part_cannot_be_read_is_none(string text) => Assert.Null(Set(text)?["phones"]);

    [Theory]
    [InlineData("Europe/Vienna", "Europe/Vienna")]
    [InlineData("Nairobi time", "Africa/Nairobi")]
    [InlineData("heure de Bruxelles", "Europe/Brussels")]
    [InlineData("hora de la Ciudad de México", "America/Mexico_City")]
    [InlineData("UTC+3", "Africa/Nairobi")]
    public void A_zone_is_a_name_a_city_or_an_offset_that_a_place_of_the_State_has_all_the_year(string text, string zone)
    {
        var note = NoteText.Of($"Monday to Friday, 8:00 to 16:00 ({text})", Lexicon.Of(Language.English)!);
        Assert.Equal(zone, Zones.In(note, note.Whole, new StateCode("KEN"))?.Value);
    }

    [Fact]
    public void An_offset_that_a_place_has_for_half_the_year_only_is_none()
    {
        var note = NoteText.Of("Monday to Friday, 8:00 to 16:00 (UTC+1)", Lexicon.Of(Language.English)!);
        Assert.Null(Zones.In(note, note.Whole, new StateCode("AUT")));
    }

    [Fact]
    public void Accents_make_no_difference_and_places_stay_the_same()
    {
        const string Written = "Télécopie : l’Œuvre, à Köln – çà";
        Assert.Equal(Written.Length, PlainLetters.Of(Written).Length);
        Assert.StartsWith("Telecopie : l'", PlainLetters.Of(Written), StringComparison.Ordinal);
        Assert.EndsWith("a Koln - ca", PlainLetters.Of(Written), StringComparison.Ordinal);
    }
}
