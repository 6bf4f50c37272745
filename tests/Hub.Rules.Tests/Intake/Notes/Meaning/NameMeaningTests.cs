using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Notes.Meaning;

public sealed class NameMeaningTests
{
    [Theory]
    [InlineData("la Dirección de Asuntos Penales asumirá", "Dirección de Asuntos Penales")]
    [InlineData("la Dirección de Asuntos Penales pasó", "Dirección de Asuntos Penales")]
    [InlineData("la Fiscalía Judicial de Extradiciones, autoridad central,", "Fiscalía Judicial de Extradiciones")]
    public void A_name_ends_before_the_verb(string text, string name)
    {
        var notice = Noted.Read($"Desde el 1 de mayo de 2026 {text} la función de autoridad central del artículo 18 de la Convención de Palermo.");
        Assert.Equal(name, Noted.Name(notice));
    }

    [Fact]
    public void Of_two_that_are_named_the_one_is_renamed_that_is_said_to_be()
    {
        var notice = Noted.Read(
            "The Criminal Cases Office is now called the Legal Cooperation Unit. The Extradition Board is not concerned.", Noted.Authority(),
            Noted.Authority("Extradition Board", "record-2"));
        Assert.Equal(("CHANGE_OF_DESIGNATION", "record-1"), (Noted.Kind(notice), (string?)Noted.Changes(notice)[0]["recordId"]));
    }

    [Fact]
    public void Of_two_that_are_named_none_gets_a_number_that_may_be_the_others()
    {
        var notice = Noted.Read(
            "The Criminal Cases Office has changed its telephone to +999 1 555 0102. The Extradition Board, which belongs to another ministry, "
            + "is not concerned.", Noted.Authority(), Noted.Authority("Extradition Board", "record-2"));
        Assert.DoesNotContain("record-2", Noted.Changes(notice).Select(c => (string?)c["recordId"]));
    }

    [Theory]
    [InlineData("The Criminal Cases Office moves. ", "the Criminal Cases Office, ")]
    [InlineData("The Criminal Cases Unit moves. ", "the Unit ")]
    public void However_often_an_office_is_spoken_of_so_many_mentions_are_looked_at(string first, string again)
    {
        var note = NoteText.Of(first + string.Concat(Enumerable.Repeat(again, 3000)), Lexicon.Of(Language.English)!);
        var mentions = new Mentions(note, Sample.Register(Noted.Authority()), Sample.Data.States, Sample.State, Sample.Today);
        Assert.InRange(mentions.All.Count, 1, 400);
    }
}
