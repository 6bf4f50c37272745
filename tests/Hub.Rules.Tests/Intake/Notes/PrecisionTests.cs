using System.Text.Json.Nodes;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// What would look read and be wrong: names and addresses that are cut, the office beside the one meant, what is given up.
/// </summary>
public sealed class PrecisionTests
{
    private const string For = "as central authority under article 18 of UNTOC";

    [Theory]
    [InlineData("The Treaty Bureau, which the Ministry of Justice set up, is the central authority under article 18 of UNTOC.", "Treaty Bureau")]
    [InlineData("The Treaty Bureau, a bureau of the State Law Office, acts " + For + ".", "Treaty Bureau")]
    [InlineData("La Dirección de Cooperación Penal, dependiente del Ministerio de Justicia, fue designada autoridad central para el artículo 18 de la Convención de Palermo.", "Dirección de Cooperación Penal")]
    [InlineData("El Gobierno ha designado a la Oficina Nacional de Enlace Judicial como autoridad central para el artículo 18 de la Convención de Palermo.", "Oficina Nacional de Enlace Judicial")]
    [InlineData("El Gobierno ha designado a la Unidad Especializada en Asuntos Penales como autoridad central para el artículo 18 de la Convención de Palermo.", "Unidad Especializada en Asuntos Penales")]
    [InlineData("Le Gouvernement a désigné la Délégation à l'entraide et à l'extradition comme autorité centrale au titre de l'article 18 de la Convention de Palerme.", "Délégation à l'entraide et à l'extradition")]
    [InlineData("Article 18 of UNTOC, central authority.\n\nOffice: Treaty Bureau\nAgency: National Police Commission", "Treaty Bureau")]
    [InlineData("The Pena1 Mission inf0rms that the Treaty Bureau has been designat1ed " + "as centra1 auth0rity under article 18 of UNTOC; assi5tance is its task.", "Treaty Bureau")]
    public void The_name_is_that_of_the_office_meant_and_whole(string text, string name) => Assert.Equal([name], Names(text));

    [Fact]
    public void Who_is_said_to_take_on_nothing_is_no_authority() => Assert.DoesNotContain(
        "Dirección General de Sustancias Controladas",
        Names("La Dirección General de Sustancias Controladas no asume función alguna de autoridad central para el artículo 18 de la Convención de Palermo."));

    [Theory]
    [InlineData("It is found at Shakes House, 22 Mint Street, Valletta VLT 1330.", "Shakes House|22 Mint Street", "Valletta")]
    [InlineData("Its address is:\n\n18 Mint Street\nBP 552 Moroni", "18 Mint Street|BP 552", "Moroni")]
    public void An_address_is_read_whole(string text, string lines, string city)
    {
        var address = Set(text)["postalAddress"]!;
        Assert.Equal((lines, city), (string.Join('|', ((JsonArray)address["lines"]!).Select(l => (string?)l)), (string?)address["city"]));
    }

    [Fact]
    public void What_the_directory_has_already_is_no_news() => Assert.Equal(
        ["new@office.example"],
        ((JsonArray)Set("The mailbox new@office.example has been opened; old@office.example receives nothing.", Recorded())["emails"]!)
            .Select(e => (string?)e!["address"]));

    [Fact]
    public void What_the_directory_has_already_and_stays_is_kept() => Assert.Equal(
        ["new@office.example", "old@office.example"],
        ((JsonArray)Set("The mailbox new@office.example has been opened, and old@office.example remains.", Recorded())["emails"]!)
            .Select(e => (string?)e!["address"]));

    [Theory]
    [InlineData("Telephone +999 1 555 0102; +999 1 555 0199 exclusively for urgent matters.", PhonePurpose.Emergency)]
    [InlineData("At any hour +999 1 555 0102 and, during office hours, +999 1 555 0199.", PhonePurpose.Office)]
    public void What_stands_behind_a_number_says_what_it_is_for(string text, PhonePurpose purpose)
    {
        var phone = ((JsonArray)Set(text)["phones"]!).Single(p => (string?)p!["number"] == "+99915550199")!;
        Assert.Equal(purpose == PhonePurpose.Office ? null : "EMERGENCY", (string?)phone["purpose"]);
    }

    [Theory]
    [InlineData("comp1iments inf0rm centra1 auth0rity assi5tance designat1on", "compliments inform central authority assistance designation")]
    [InlineData("lnspection, deaIing, TeIephone, rnutual 1egal, auth0rity: Ia, 1'office, e1", "inspection, dealing, Telephone, rnutual legal, authority: la, l'office, el")]
    [InlineData("Room C3, annex B1, form F5", "Room C3, annex B1, form F5")]
    public void A_scan_is_read_by_its_letters(string text, string letters) =>
        Assert.Equal(letters, ScannedText.Of(text, Lexicon.Of(Language.English)!));

    [Theory]
    [InlineData("The Perrnanent Mission and the cornpetent authority", "The Permanent Mission and the competent authority")]
    [InlineData("The Government and its internal journal", "The Government and its internal journal")]
    public void Two_letters_that_a_scan_made_of_one_are_one(string text, string letters) =>
        Assert.Equal(letters, ScannedText.Of(JoinedText.Of(text), Lexicon.Of(Language.English)!).Text);

    private static IReadOnlyList<string> Names(string text) =>
        [.. Noted.Changes(Noted.Read(text)).Select(Noted.NameOf).OfType<string>()];

    private static JsonNode Set(string text, Authority? record = null) => Noted.Changes(Noted.Read(
        $"The Criminal Cases Office, central authority under article 16 of UNTOC, has new particulars.\n\n{text}",
        record ?? Noted.Authority()))[0]["set"]!;

    private static Authority Recorded()
    {
        var record = Noted.Authority();
        return record with { Restricted = record.Restricted with { Emails = [new EmailAddress("old@office.example")] } };
    }
}
