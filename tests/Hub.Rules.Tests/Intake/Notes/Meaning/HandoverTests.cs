namespace Hub.Rules.Tests.Intake.Notes.Meaning;

/// <summary>
/// Where an authority on record gives its articles up, the office that is left is the new one; where it only gets another name, another
/// place or another article, it stays (I13).
/// </summary>
public sealed class HandoverTests
{
    [Theory]
    [InlineData("As to article 18 of UNTOC, the task has fallen, since 10 March 2026, to the Legal Cooperation Unit.", "Legal Cooperation Unit")]
    [InlineData("Pour l'article 18 de la Convention de Palerme, la tâche est échue, depuis le 10 mars 2026, à l'Unité de coopération judiciaire.", "Unité de coopération judiciaire")]
    [InlineData("Para el artículo 18 de la Convención de Palermo, la tarea ha recaído, desde el 10 de marzo de 2026, en la Unidad de Cooperación Judicial.", "Unidad de Cooperación Judicial")]
    public void A_day_between_commas_may_stand_within_what_is_said(string note, string name) =>
        Assert.Equal(name, Noted.Name(Noted.Read(note, Noted.Authority())));

    private const string Old = "Surrender Desk";

    [Theory]
    [InlineData("Letters under article 16 of the Palermo Convention are no longer handled by the Surrender Desk. Since 1 June 2025 they are looked after by the Treaty Bureau.", "Treaty Bureau")]
    [InlineData("The Surrender Desk closed down on 30 April 2025. Anything under article 16 of the Palermo Convention should go to the Extradition Wing.", "Extradition Wing")]
    [InlineData("It is not the Surrender Desk any more but the Extradition Board that deals with article 16 of the Palermo Convention.", "Extradition Board")]
    [InlineData("The Office is informed of the substitution of the Extradition Wing for the Surrender Desk under article 16 of the Palermo Convention.", "Extradition Wing")]
    [InlineData("Les demandes fondées sur l'article 16 de la Convention de Palerme ne sont plus traitées par le Surrender Desk. Elles le sont par la Cellule des extraditions.", "Cellule des extraditions")]
    [InlineData("Pour l'article 16 de la Convention de Palerme, l'interlocuteur n'est plus le Surrender Desk mais le Parquet financier, depuis le 4 mai 2025.", "Parquet financier")]
    [InlineData("La Mission permanente annonce le remplacement du Surrender Desk par la Division de l'entraide pour l'article 16 de la Convention de Palerme.", "Division de l'entraide")]
    [InlineData("El Surrender Desk ya no tramita las extradiciones del artículo 16 de la Convención de Palermo. Desde el 1 de junio de 2025 las lleva la Unidad de Extradiciones.", "Unidad de Extradiciones")]
    [InlineData("Quien debe figurar para el artículo 16 de la Convención de Palermo no es el Surrender Desk sino la Fiscalía Nacional, desde el 4 de mayo de 2025.", "Fiscalía Nacional")]
    [InlineData("Se comunica el relevo del Surrender Desk por la Unidad de Extradiciones en lo que toca al artículo 16 de la Convención de Palermo.", "Unidad de Extradiciones")]
    public void The_office_that_is_left_takes_the_place_of_one_that_gives_its_article_up(string text, string name)
    {
        var notice = Noted.Read(text, Noted.Authority(Old));
        Assert.Equal("NEW_DESIGNATION", Noted.Kind(notice));
        Assert.Equal(name, Noted.Name(notice));
        Assert.Equal("record-1", (string?)Noted.Changes(notice)[0]["replaces"]);
    }

    [Theory]
    [InlineData("The Surrender Desk, designated under article 16 of the Palermo Convention, was wound up by decree of the Ministry of Finance. No other body has been designated.")]
    [InlineData("Le Surrender Desk, désigné au titre de l'article 16 de la Convention de Palerme, a été dissous par décret du Ministère des Finances. Aucun service n'a pris sa suite.")]
    [InlineData("El Surrender Desk, designado para el artículo 16 de la Convención de Palermo, quedó extinguido por decreto del Ministerio de Hacienda. No se designa a otro.")]
    public void Who_decides_that_it_ends_does_not_take_its_place(string text) =>
        Assert.Equal("WITHDRAWAL", Noted.Kind(Noted.Read(text, Noted.Authority(Old))));

    [Theory]
    [InlineData("The Surrender Desk, designated under article 16 of the Palermo Convention, has moved from the Ministry of Justice to the Ministry of Interior.", "Ministry of Interior")]
    [InlineData("Le Surrender Desk, désigné pour l'article 16 de la Convention de Palerme, n'appartient plus au Ministère de la Justice : il a été rattaché au Ministère de l'Intérieur.", "Ministère de l'Intérieur")]
    [InlineData("El Surrender Desk, autoridad para el artículo 16 de la Convención de Palermo, ha dejado de depender del Ministerio de Justicia para pasar a formar parte del Ministerio del Interior.", "Ministerio del Interior")]
    public void The_institution_that_it_goes_to_is_its_new_place_and_not_the_one_that_it_leaves(string text, string parent)
    {
        var notice = Noted.Read(text, Noted.Authority(Old));
        Assert.Equal("CHANGE_OF_DESIGNATION", Noted.Kind(notice));
        Assert.Equal(parent, (string?)Noted.Changes(notice)[0]["set"]?["parentInstitution"]);
    }

    [Theory]
    [InlineData("Corrigendum. Where the directory has \"Surrender Desk\", please read \"International Requests Desk\". The change of name dates from 1 June 2025.", "International Requests Desk")]
    [InlineData("Rectificatif. Au lieu de : Surrender Desk, lire : Bureau de l'entraide internationale. Changement d'appellation intervenu le 1er juin 2025.", "Bureau de l'entraide internationale")]
    [InlineData("Fe de erratas. Donde dice: Surrender Desk, debe decir: Oficina de Asistencia Internacional. El cambio de nombre rige desde el 1 de junio de 2025.", "Oficina de Asistencia Internacional")]
    public void What_is_to_be_read_for_its_name_is_its_new_name(string text, string name)
    {
        var notice = Noted.Read(text, Noted.Authority(Old));
        Assert.Equal("CHANGE_OF_DESIGNATION", Noted.Kind(notice));
        Assert.Equal(name, Noted.Name(notice));
    }

    [Theory]
    [InlineData("As of 1 July 2025 the Surrender Desk has also been made responsible for article 18 of the Palermo Convention. The Prison Branch is not affected.")]
    [InlineData("Le Surrender Desk est également chargé, depuis le 1er juillet 2025, de l'article 18 de la Convention de Palerme. La Prison Branch n'est pas concernée.")]
    [InlineData("El Surrender Desk ha quedado encargado, además, desde el 1 de julio de 2025, del artículo 18 de la Convención de Palermo. La Prison Branch no se ve afectada.")]
    public void An_article_comes_to_the_one_that_is_not_said_to_stay_as_it_is(string text)
    {
        var notice = Noted.Read(text, Noted.Authority(Old), Noted.Authority("Prison Branch", "record-2"));
        Assert.Equal("CHANGE_OF_DESIGNATION", Noted.Kind(notice));
        Assert.Equal("record-1", (string?)Noted.Changes(notice)[0]["recordId"]);
    }

    [Theory]
    [InlineData("It has not been decided yet whether article 16 of the Palermo Convention will pass from the Surrender Desk to the Office of Public Prosecutions or to the International Crime Bureau.")]
    [InlineData("Il n'est pas encore décidé si l'article 16 de la Convention de Palerme passera du Surrender Desk au Parquet général ou à l'Agence judiciaire.")]
    [InlineData("Aún no se ha decidido si el artículo 16 de la Convención de Palermo pasará del Surrender Desk a la Fiscalía Nacional o a la Agencia Judicial.")]
    public void What_is_not_decided_is_for_a_person_to_read(string text) =>
        Assert.Null(Noted.Kind(Noted.Read(text, Noted.Authority(Old))));
}
