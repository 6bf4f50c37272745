using Hub.Intake.Notes.Parsers;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>The first day and the last one, as notes say them.</summary>
public sealed class DayTests
{
    private static readonly DateHit Written = new(default, new(2026, 9, 1));

    [Theory]
    [InlineData("en", "The charge of the one lapsed on 15 April 2026, and the other has it as of old from 16 April 2026.", "2026-04-15", "2026-04-16")]
    [InlineData("fr", "Supprimée le 28 février 2027, elle a cédé sa charge ; la Haute Autorité en a hérité le 1er mars 2027.", "2027-02-28", "2027-03-01")]
    [InlineData("es", "La una es la que salió el 6 de septiembre de 2026; la otra entró el 7 de septiembre de 2026.", "2026-09-06", "2026-09-07")]
    public void Of_two_days_that_follow_each_other_one_is_the_last_and_one_the_first(
        string language, string text, string last, string first)
    {
        var note = Of(language, text);
        Assert.Equal((last, first), (Day(NoteDates.Last(note)), Day(NoteDates.Effective(note, [], Written, NoticeKind.NewDesignation))));
    }

    [Theory]
    [InlineData("en", "It takes the work over thirty days after the date of this note; the other remains up to the day before.", "2026-10-01")]
    [InlineData("fr", "Elle lui succède 15 jours après la date de la présente note.", "2026-09-16")]
    [InlineData("es", "El cambio se hará a los quince días de la fecha de la presente Nota.", "2026-09-16")]
    public void Days_are_counted_from_the_date_of_the_note(string language, string text, string first) =>
        Assert.Equal(first, Day(NoteDates.Effective(Of(language, text), [], Written, NoticeKind.NewDesignation)));

    [Theory]
    [InlineData("en", "the second day of September two thousand and twenty-six", "2026-09-02")]
    [InlineData("fr", "le vingt juillet deux mille vingt-six", "2026-07-20")]
    [InlineData("fr", "L'an deux mille vingt-six et le trois août", "2026-08-03")]
    [InlineData("es", "el cinco de mayo de dos mil veintisiete", "2027-05-05")]
    public void A_year_may_be_in_words(string language, string text, string day)
    {
        var note = Of(language, text);
        Assert.Equal([day], Dates.In(note, note.Whole).Select(Day));
    }

    private static NoteText Of(string language, string text) => NoteText.Of(
        text, Lexicon.Of(language switch { "fr" => Language.French, "es" => Language.Spanish, _ => Language.English })!);

    private static string? Day(DateHit? date) => date?.Value?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
