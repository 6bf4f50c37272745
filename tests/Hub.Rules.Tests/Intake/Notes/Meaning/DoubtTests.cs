namespace Hub.Rules.Tests.Intake.Notes.Meaning;

/// <summary>Notes that decide nothing: a person reads them.</summary>
public sealed class DoubtTests
{
    private const string New = "has designated the Legal Cooperation Unit as central authority under article 16 of UNTOC";

    [Theory]
    [InlineData($"The Ministry {New}. Please note that the above is merely a first draft.")]
    [InlineData("Le Ministère a désigné l'Unité de coopération comme autorité centrale au titre de l'article 16 de la Convention de Palerme. Ce n'est encore qu'une ébauche.")]
    [InlineData("El Ministerio ha designado a la Unidad de Cooperación como autoridad central para el artículo 16 de la Convención de Palermo. Por ahora es un simple borrador.")]
    public void A_draft_does_nothing(string note) => Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Theory]
    [InlineData($"Our letter of 3 March, which said that the Ministry {New}, went out in error.")]
    [InlineData("La note du 3 mars, selon laquelle l'Unité de coopération a été désignée comme autorité centrale au titre de l'article 16 de la Convention de Palerme, est nulle et non avenue.")]
    [InlineData("La nota del 3 de marzo, según la cual ha sido designada la Unidad de Cooperación como autoridad central para el artículo 16 de la Convención de Palermo, fue enviada por equivocación.")]
    public void What_a_paper_said_that_is_taken_back_is_not_done(string note) =>
        Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Theory]
    [InlineData("Once adopted, the Bill would make the Legal Cooperation Unit central authority under article 16 of UNTOC.")]
    [InlineData("Si la proposition de loi est votée, l'Unité de coopération deviendrait autorité centrale au titre de l'article 16 de la Convention de Palerme.")]
    [InlineData("De promulgarse la ley, la Unidad de Cooperación asumiría como autoridad central para el artículo 16 de la Convención de Palermo.")]
    public void What_would_be_is_not_done(string note) => Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Theory]
    [InlineData("The designation of the Criminal Cases Office under article 16 of UNTOC is revoked.\n\nThe Criminal Cases Office remains the central authority under article 16 of UNTOC.")]
    [InlineData("La désignation du Criminal Cases Office au titre de l'article 16 de la Convention de Palerme est révoquée.\n\nLe Criminal Cases Office demeure l'autorité centrale.")]
    [InlineData("El Criminal Cases Office deja de ser autoridad central para el artículo 16 de la Convención de Palermo.\n\nEl Criminal Cases Office continúa siendo autoridad central.")]
    public void Of_two_things_that_contradict_each_other_neither_is_done(string note) =>
        Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Fact]
    public void Who_stays_for_a_time_ends_all_the_same() => Assert.Equal("WITHDRAWAL", Noted.Kind(Noted.Read(
        "The designation of the Criminal Cases Office under article 16 of UNTOC is revoked.\n\n"
        + "The Criminal Cases Office remains the central authority until 31 May 2025.", Noted.Authority())));

    [Theory]
    [InlineData($"The Ministry {New}. As to article 18 of UNTOC, everything is undecided.")]
    [InlineData("L'Unité de coopération a été désignée comme autorité centrale au titre de l'article 16 de la Convention de Palerme. Pour l'article 18 de la Convention de Palerme, le choix n'est pas tranché.")]
    [InlineData("Ha sido designada la Unidad de Cooperación como autoridad central para el artículo 16 de la Convención de Palermo. En cuanto al artículo 18 de la Convención de Palermo, todo está por decidir.")]
    public void What_is_open_for_one_article_leaves_the_note_to_a_person(string note) =>
        Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Theory]
    [InlineData("In addition to the Criminal Cases Office, the Legal Cooperation Unit has been designated as central authority under article 16 of UNTOC.")]
    [InlineData("La désignation de l'Unité de coopération comme autorité centrale au titre de l'article 16 de la Convention de Palerme s'ajoute à celle du Criminal Cases Office.")]
    [InlineData("Sin perjuicio del Criminal Cases Office, ha sido designada la Unidad de Cooperación como autoridad central para el artículo 16 de la Convención de Palermo.")]
    public void One_more_authority_replaces_none(string note)
    {
        var read = Noted.Read(note, Noted.Authority());
        Assert.Equal(("NEW_DESIGNATION", "none"), (Noted.Kind(read), (string?)Noted.Changes(read)[0]["replaces"]));
    }
}
