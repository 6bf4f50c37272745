namespace Hub.Rules.Tests.Intake.Notes.Meaning;

public sealed class OfficeMeaningTests
{
    [Fact]
    public void Of_two_offices_each_gets_what_stands_by_its_name()
    {
        var notice = Noted.Read("""
            The Mission presents its compliments and communicates the central authorities under the United Nations Convention against Corruption:

            1. Extradition Division (article 44)
               Telephone: +999 1 555 0101
            2. Assistance Division (article 46)
               Telephone: +999 1 555 0102
            """);
        var changes = Noted.Changes(notice);
        Assert.Equal(["Extradition Division", "Assistance Division"], changes.Select(Noted.NameOf));
        Assert.Equal(["44", "46"], changes.Select(c => (string?)c["authority"]!["designations"]![0]!["article"]));
        Assert.Equal(["+99915550101", "+99915550102"], changes.Select(c => (string?)c["authority"]!["phones"]![0]!["number"]));
    }

    [Theory]
    [InlineData("Criminal Cases Office for Extradition")]
    [InlineData("Criminal Cases Office and Registry")]
    public void An_office_whose_name_begins_like_one_on_record_is_another(string name)
    {
        var notice = Noted.Read($"The {name} has been designated as central authority under article 18 of UNTOC.", Noted.Authority());
        Assert.Equal(("NEW_DESIGNATION", name), (Noted.Kind(notice), Noted.Name(notice)));
        Assert.Null(Noted.Changes(notice)[0]["replaces"]);
    }

    [Theory]
    [InlineData("The Criminal Cases Office is listed under article 16 of UNTOC. The Office of the President decided. The said Office shall no longer be the authority.", null)]
    [InlineData("The Criminal Cases Unit is listed under article 16 of UNTOC. It has been decided that the Unit shall no longer be the authority.", "record-1")]
    public void The_unit_is_the_one_that_the_note_has_named(string text, string? record)
    {
        var notice = Noted.Read(text, Noted.Authority("Criminal Cases Unit"));
        Assert.Equal(record, Noted.Changes(notice) is [var first, ..] ? (string?)first["recordId"] : null);
    }

    [Theory]
    [InlineData("Elle informe que l'autorité centrale au titre de l'article 18 de la Convention de Palerme est désormais la Vigie nationale des côtes.", "Vigie nationale des côtes")]
    [InlineData("A tal efecto ha sido nombrado autoridad central, para el artículo 18 de la Convención de Palermo, el Letrado General de Asistencia.", "Letrado General de Asistencia")]
    public void Who_begins_may_be_called_as_no_office_is(string sentence, string name)
    {
        var notice = Noted.Read(sentence);
        Assert.Equal(("NEW_DESIGNATION", name), (Noted.Kind(notice), Noted.Name(notice)));
    }

    [Theory]
    [InlineData("Mr John Smith has been designated as central authority under article 18 of UNTOC.")]
    [InlineData("La Sra. Ana Ruiz ha sido designada autoridad central para el artículo 18 de la Convención de Palermo.")]
    public void A_person_is_no_office(string sentence) => Assert.Null(Noted.Name(Noted.Read(sentence)));
}
