namespace Hub.Rules.Tests.Intake.Notes.Meaning;

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
}
