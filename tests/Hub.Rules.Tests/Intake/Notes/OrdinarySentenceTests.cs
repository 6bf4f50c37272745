using Hub.Intake.Notes.Phrasing;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// Sentences that speak of how an authority is reached, of people and of buildings: they end nobody, and nobody takes its place (I13).
/// </summary>
public sealed class OrdinarySentenceTests
{
    private static readonly string[] Ending = ["WITHDRAWAL", "NEW_DESIGNATION"];
    private const string Office = "The Criminal Cases Office, central authority under article 18 of UNTOC,";

    [Theory]
    [InlineData(Office + " will no longer accept requests by fax.")]
    [InlineData(Office + " will give the requesting State an answer within thirty days.")]
    [InlineData(Office + " has a new telephone, +999 1 555 0102. Copies of letters may be sent to the Records Section.")]
    [InlineData("The Criminal Cases Office (article 18 of UNTOC) has a new telephone, +999 1 555 0102. Its old building was handed over to the Public Works Department.")]
    [InlineData(Office + " has moved to Justice House, 22 Mint Street, Valletta VLT 1330.")]
    [InlineData(Office + " has new hours, 08:30 to 16:30. Requests in French will no longer be accepted.")]
    [InlineData("The Criminal Cases Office of Ghana, central authority under article 18 of UNTOC, has a new telephone, +999 1 555 0102.")]
    [InlineData("The particulars of the Criminal Cases Office under article 18 of UNTOC are now:\n\nUnit: Extradition Desk\nTelephone: +999 1 555 0102")]
    public void What_is_said_of_contacts_ends_and_replaces_nobody(string text)
    {
        var notice = Noted.Read(text, Noted.Authority());
        Assert.DoesNotContain(Noted.Kind(notice), Ending);
    }

    [Theory]
    [InlineData("The Honourable Jane Smith has been designated as central authority under article 18 of UNTOC.")]
    [InlineData("Le Docteur Jean Dupont a été désigné autorité centrale au titre de l'article 18 de la Convention de Palerme.")]
    [InlineData("El Doctor Juan Pérez ha sido designado autoridad central para el artículo 18 de la Convención de Palermo.")]
    [InlineData("El Fiscal General Juan Pérez ha sido designado autoridad central para el artículo 18 de la Convención de Palermo.")]
    public void A_person_with_a_title_is_no_authority(string text) => Assert.Null(Noted.Name(Noted.Read(text)));

    [Theory]
    [InlineData("Its designation takes effect thirty days from the date of this note.", "2026-04-02")]
    [InlineData("It will begin in ninety days as of the date of this note.", null)]
    public void A_day_that_is_counted_from_the_note_is_not_the_notes(string text, string? day)
    {
        var notice = Noted.Read($"{Office} has a new telephone, +999 1 555 0102. {text}\n\nVienna, 3 March 2026", Noted.Authority());
        Assert.Equal(day, (string?)notice!.Form["effectiveFrom"]);
    }

    [Theory]
    [InlineData("For non-urgent matters: telephone +999 1 555 0102", null)]
    [InlineData("For urgent matters only: telephone +999 1 555 0102", "EMERGENCY")]
    public void What_is_not_urgent_is_no_emergency(string text, string? purpose)
    {
        var notice = Noted.Read($"{Office} has a new number.\n\n{text}", Noted.Authority());
        Assert.Equal(purpose, (string?)Noted.Changes(notice)[0]["set"]!["phones"]![0]!["purpose"]);
    }

    [Theory]
    [InlineData("+999 1 555 0102", true)]
    [InlineData("+999 1 555 0199", false)]
    public void A_second_part_that_says_more_is_no_translation(string number, bool isTranslation)
    {
        const string First = "The Permanent Mission has the honour to inform the Secretariat that the Criminal Cases Office has moved, and that its telephone is "
            + "now +999 1 555 0102, at any time of the day.";
        var second = "La Mission permanente a l'honneur d'informer le Secrétariat que le Bureau des affaires pénales a déménagé, et que son téléphone est "
            + $"désormais le {number}, à toute heure du jour.";
        Assert.Equal(isTranslation, Languages.Second($"{First}\n\n{second}") is not null);
    }

    [Theory]
    [InlineData("OPERNRING 5, 1010 WIEN")]
    [InlineData("P.O. BOX 4402, VIENNA")]
    public void A_letterhead_is_no_reference(string line) => Assert.Equal(
        "GHA/VIE/026/26",
        (string?)Noted.Read($"{line}\nRef. GHA/VIE/026/26\n\n{Office} has a new telephone, +999 1 555 0102.", Noted.Authority())!.Form["officialRef"]);

    [Fact]
    public void A_note_that_names_too_many_offices_is_decided_by_a_person()
    {
        var many = string.Concat(Enumerable.Range(0, 26).Select(i =>
            $"The {(char)('A' + i)}lpha Cases Unit has been designated as central authority under article 18 of UNTOC. "));
        var notice = Noted.Read($"The Criminal Cases Office is withdrawn as central authority. {many}", Noted.Authority());
        Assert.Null(Noted.Kind(notice));
    }
}
