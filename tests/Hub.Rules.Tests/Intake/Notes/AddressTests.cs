using Hub.Intake.Mails;
using Hub.Intake.Mails.Html;
using Hub.Intake.Notes.Parsers.Contacts;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>Postal addresses in the forms of many countries: in sentences, in rows, in lines.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("Please send all mail to 14 Marina Parade, Freetown, Sierra Leone.", "14 Marina Parade|Freetown||Sierra Leone")]
    [InlineData("The Unit may be visited at Room 305, Treasury Building, Leeward Highway, Port Louis.",
        "Room 305/Treasury Building/Leeward Highway|Port Louis||")]
    [InlineData("It is found at ul. Koszykowa 16, 00-564 Warszawa, Poland, and is open daily.", "ul. Koszykowa 16|Warszawa|00-564|Poland")]
    [InlineData("Write to Riddargatan 17, SE-114 57 Stockholm.", "Riddargatan 17|Stockholm|SE-114 57|")]
    [InlineData("The office is at 102 Petty France, London SW1H 9AJ.", "102 Petty France|London|SW1H 9AJ|")]
    [InlineData("Post: GPO Box 2121, Melbourne VIC 3001.", "GPO Box 2121|Melbourne VIC|3001|")]
    [InlineData("All is to be lodged at Plot 17, Nasser Road (P.O. Box 7183), Kampala.", "Plot 17/Nasser Road/P.O. Box 7183|Kampala||")]
    [InlineData("Letters: 8 New Quay Road, Police Complex,\n         Singapore 088123", "8 New Quay Road/Police Complex|Singapore|088123|")]
    public void In_English_it_ends_with_a_town(string text, string address) => Assert.Equal(address, Read(Language.English, text));

    [Theory]
    [InlineData("Les demandes seront adressées au 35 boulevard de la République, 2e étage, à Abidjan.",
        "35 boulevard de la République/2e étage|Abidjan||")]
    [InlineData("Elle siège au palais de justice, rue Neuve, L-1118 Luxembourg.", "palais de justice/rue Neuve|Luxembourg|L-1118|")]
    [InlineData("Le courrier est à envoyer à la 01 BP 2033, Cotonou ; le reste aussi.", "01 BP 2033|Cotonou||")]
    [InlineData("Direction - 4, rue Tolbiac - 97400 Saint-Denis - tél. +999 262 55 10 10", "4, rue Tolbiac|Saint-Denis|97400|")]
    [InlineData("Elle est à Abidjan, 25 BP 610 (tél. +999 27 55 06 10).", "25 BP 610|Abidjan||")]
    public void In_French_it_ends_with_a_town(string text, string address) => Assert.Equal(address, Read(Language.French, text));

    [Theory]
    [InlineData("La oficina está en la Avenida Bolívar 450, La Paz, y atiende de lunes a viernes.", "Avenida Bolívar 450|La Paz||")]
    [InlineData("Se encuentra en la calle Ayacucho 1236, piso 2, C1111AAJ Buenos Aires.", "calle Ayacucho 1236/piso 2|Buenos Aires|C1111AAJ|")]
    [InlineData("Domicilio: Calle 26 N.º 69-76, Torre 3, piso 8, Bogotá D.C.", "Calle 26 N.º 69-76/Torre 3/piso 8|Bogotá D.C.||")]
    [InlineData("Sede: 2.ª avenida 4-17, zona 10, Ciudad de Guatemala, C.P. 01010", "2.ª avenida 4-17/zona 10|Ciudad de Guatemala|01010|")]
    [InlineData("Tiene su sede en el Edificio 12, Ancón, Panamá.", "Edificio 12/Ancón|Panamá||")]
    [InlineData("UNIDAD SITA PASAJE DEL SOL 131 MONTEVIDEO CODIGO POSTAL 11100 STOP", "PASAJE DEL SOL 131|MONTEVIDEO|11100|")]
    [InlineData("Quito, Av. 12 de Octubre N24-563, edificio Urbana, tel. +999 2 555 1212", "Av. 12 de Octubre N24-563/edificio Urbana|Quito||")]
    public void In_Spanish_it_ends_with_a_town(string text, string address) => Assert.Equal(address, Read(Language.Spanish, text));

    [Theory]
    [InlineData("Street: 9 Dame Street\nTown: Dublin\nPostcode: D02 XY45", "9 Dame Street|Dublin|D02 XY45|")]
    [InlineData("City / ZIP: Washington, DC 20530\nStreet: 950 Constitution Avenue NW", "950 Constitution Avenue NW|Washington, DC|20530|")]
    [InlineData("| Street | 1-1-1 Kasumi Avenue |\n| City, postcode | Tokyo, 100-8977 |", "1-1-1 Kasumi Avenue|Tokyo|100-8977|")]
    public void A_town_may_have_a_row_of_its_own(string text, string address) => Assert.Equal(address, Read(Language.English, text));

    [Theory]
    [InlineData("It has moved from 12 Old Mill Lane, Nicosia, to 8 Prodromou Street, 1095 Nicosia.", "8 Prodromou Street|Nicosia|1095|")]
    [InlineData("The Section left its rooms at 5 Bank Street, Bridgetown.", null)]
    [InlineData("It meets on 12 March 2026, Vienna. The seminar was held in Nairobi, Kenya.", null)]
    [InlineData("Law No. 12 of 2019, Nairobi, of 3 May 2019 is its basis. Hours: 8 to 16, Nairobi time.", null)]
    public void What_was_left_and_what_is_none_is_not_read(string text, string? address) =>
        Assert.Equal(address, Read(Language.English, text));

    [Fact]
    public void What_a_cell_has_on_a_second_line_stays_in_its_column()
    {
        var text = HtmlText.Of(
            "<table><tr><td>Address</td><td>Sheria House<br>Harambee Avenue<br>00100 Nairobi</td></tr></table>", new HashSet<MailDefect>());
        Assert.Equal("Sheria House/Harambee Avenue|Nairobi|00100|", Read(Language.English, text));
    }

    private static string? Read(Language language, string text)
    {
        var note = NoteText.Of(text, Lexicon.Of(language)!);
        return new PostalAddresses(note, Sample.Data.States, null).In(note.Body, []) is { } found
            ? $"{string.Join('/', found.Lines.Select(l => l.Value))}|{found.City?.Value}|{found.Postcode?.Value}|{found.Country?.Value}"
            : null;
    }
}
