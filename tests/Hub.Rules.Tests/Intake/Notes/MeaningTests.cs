using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>What a note does is decided from what it says of an office that it names, or not at all (I13).</summary>
public sealed class MeaningTests
{
    private const string Article = "under article 18 of the United Nations Convention against Transnational Organized Crime";

    [Theory]
    [InlineData("The Government has designated the Legal Cooperation Unit as its central authority {0}.")]
    [InlineData("The Legal Cooperation Unit has been designated as central authority {0}.")]
    [InlineData("As from 1 May 2025 the Legal Cooperation Unit is the central authority {0}.")]
    [InlineData("The functions of central authority {0} are entrusted to the Legal Cooperation Unit.")]
    [InlineData("The central authority {0} is the Legal Cooperation Unit.")]
    [InlineData("Requests {0} fall within the remit of the Legal Cooperation Unit, the competent authority.")]
    [InlineData("The particulars of the authority designated {0} are these:\n\nName: Legal Cooperation Unit\nTelephone: +999 1 555 0100")]
    public void An_office_that_becomes_an_authority_is_found_whatever_the_verb(string sentence)
    {
        var notice = Noted.Read(sentence.Replace("{0}", Article, StringComparison.Ordinal));
        Assert.Equal("NEW_DESIGNATION", Noted.Kind(notice));
        Assert.Equal("Legal Cooperation Unit", Noted.Name(notice));
    }

    // Each begins as an article or a preposition does, in one of the languages that are read.
    [Theory]
    [InlineData("Legal Affairs Department")]
    [InlineData("Latvian Prosecution Office")]
    [InlineData("Elections Offences Office")]
    [InlineData("Loss and Theft Department")]
    [InlineData("Theft Investigation Department")]
    [InlineData("Delegated Cases Office")]
    [InlineData("Aliens Department")]
    [InlineData("Auditor Crimes Office")]
    [InlineData("Dual Criminality Unit")]
    public void A_name_is_given_back_to_the_letter_whatever_its_first_word_begins_with(string name)
    {
        var notice = Noted.Read($"The Government has designated the {name} as its central authority {Article}.");
        Assert.Equal(name, Noted.Name(notice));
    }

    [Theory]
    [InlineData(
        "La Direction de la coopération pénale a été désignée comme autorité centrale au titre de l'article 18 de la Convention de Palerme.",
        "Direction de la coopération pénale")]
    [InlineData(
        "L'autorité centrale prévue à l'article 18 de la Convention de Palerme est désormais le Bureau de l'entraide internationale.",
        "Bureau de l'entraide internationale")]
    [InlineData(
        "El Gobierno ha designado a la Unidad de Cooperación Penal como autoridad central a los efectos del artículo 18 de la Convención de Palermo.",
        "Unidad de Cooperación Penal")]
    [InlineData(
        "Queda encargada de las solicitudes del artículo 18 de la Convención de Palermo la Dirección de Asuntos Penales.",
        "Dirección de Asuntos Penales")]
    public void So_it_is_in_French_and_Spanish(string sentence, string name)
    {
        var notice = Noted.Read(sentence);
        Assert.Equal("NEW_DESIGNATION", Noted.Kind(notice));
        Assert.Equal(name, Noted.Name(notice));
    }

    [Theory]
    [InlineData("In place of the Criminal Cases Office, the Legal Cooperation Unit has been designated as central authority under article 16 of UNTOC.")]
    [InlineData("The Criminal Cases Office is replaced by the Legal Cooperation Unit as central authority under article 16 of UNTOC.")]
    [InlineData("The Legal Cooperation Unit succeeds the Criminal Cases Office as central authority under article 16 of UNTOC.")]
    public void The_authority_that_it_replaces_is_named_with_it(string sentence)
    {
        var notice = Noted.Read(sentence, Noted.Authority());
        Assert.Equal("Legal Cooperation Unit", Noted.Name(notice));
        Assert.Equal("record-1", (string?)Noted.Changes(notice)[0]["replaces"]);
    }

    [Theory]
    [InlineData("The designation of the Criminal Cases Office under article 16 of UNTOC is hereby revoked.")]
    [InlineData("The Criminal Cases Office ceases to be a competent authority under article 16 of UNTOC.")]
    [InlineData("Please drop the Criminal Cases Office, our authority under article 16 of UNTOC, from the directory.")]
    public void The_end_of_an_authority_is_a_withdrawal(string sentence) =>
        Assert.Equal("WITHDRAWAL", Noted.Kind(Noted.Read(sentence, Noted.Authority())));

    [Theory]
    [InlineData("The Criminal Cases Office has been renamed the Office of Criminal Cooperation.", "CHANGE_OF_DESIGNATION")]
    [InlineData("The Criminal Cases Office is now also competent under article 18 of UNTOC.", "CHANGE_OF_DESIGNATION")]
    [InlineData("The Criminal Cases Office can be reached at +999 1 555 0199. The former number is no longer in use.", "CHANGE_OF_CONTACT")]
    [InlineData("We have checked the entry of the Criminal Cases Office: it is correct in every respect.", "CONFIRMATION_NO_CHANGE")]
    [InlineData("The Criminal Cases Office will be closed from 1 to 8 May 2025.", "TEMPORARY_MEASURE")]
    public void What_happens_to_an_authority_that_stays_is_told_apart(string sentence, string kind)
    {
        var notice = Noted.Read(sentence, Noted.Authority());
        Assert.Equal(kind, Noted.Kind(notice));
        Assert.Equal("record-1", (string?)Noted.Changes(notice)[0]["recordId"]);
    }

    [Theory]
    [InlineData("The telephone number for requests under article 16 of UNTOC is now +999 1 555 0199.")]
    [InlineData("The entry of the Criminal Cases Office may be treated as withdrawn or as retained, as the secretariat may deem fit.")]
    [InlineData("If a State wanted to designate the Legal Cooperation Unit under article 16 of UNTOC, would a note be needed?")]
    public void What_names_no_authority_leaves_a_choice_or_asks_does_nothing(string sentence) =>
        Assert.Null(Noted.Kind(Noted.Read(sentence, Noted.Authority())));

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
