using Hub.Register.Problems;

namespace Hub.Rules.Tests.Intake.Notes.Meaning;

/// <summary>What a note says twice, and differently, is asked about: neither is taken for what holds (I13).</summary>
public sealed class ContradictionTests
{
    private const string En = "The Criminal Cases Office, central authority under article 16 of UNTOC, has new particulars.";
    private const string Fr = "Le Criminal Cases Office, autorité centrale au titre de l'article 16 de la Convention de Palerme, a de nouvelles coordonnées.";
    private const string Es = "La Criminal Cases Office, autoridad central para el artículo 16 de la Convención de Palermo, tiene nuevos datos.";

    /// <summary>For each language and field: the note, its field, two sentences that give it two values.</summary>
    public static TheoryData<string, string, string, string> Fields => new()
    {
        { En, "phones", "Its telephone is +999 1 555 0102.", "Its telephone is +999 1 555 0103." },
        { En, "phones", "Its telephone is +999 1 555 0102.", "\n\nTelephone: +999 1 555 0103" },
        { En, "fax", "Its fax is +999 1 555 0102.", "Its fax is +999 1 555 0103." },
        { En, "emails", "Its e-mail address is a@office.example.", "Its e-mail address is b@office.example." },
        { En, "interpolAccepted", "It accepts requests through INTERPOL.", "It does not accept requests through INTERPOL." },
        { En, "postalAddress", "Its address is 12 Mint Street, Valletta VLT 1330.", "Its address is 14 Harbour Road, Sliema SLM 1550." },
        { En, "officeHours", "It is open Monday to Friday, 08:00 to 16:00.", "Its hours are Monday to Friday, 09:00 to 17:00." },
        { En, "timeZone", "Hours are in the zone Africa/Accra.", "Its time zone is Africa/Lagos." },
        { En, "effectiveFrom", "It takes effect from 1 April 2026.", "The change is effective from 1 May 2026." },
        { Fr, "phones", "Son téléphone est le +999 1 555 0102.", "Son téléphone est le +999 1 555 0103." },
        { Fr, "phones", "Son téléphone est le +999 1 555 0102.", "\n\nTéléphone : +999 1 555 0103" },
        { Fr, "fax", "Son télécopieur est le +999 1 555 0102.", "Son télécopieur est le +999 1 555 0103." },
        { Fr, "emails", "Son courriel est a@office.example.", "Son courriel est b@office.example." },
        { Fr, "interpolAccepted", "Il accepte les demandes par INTERPOL.", "Il n'accepte pas les demandes par INTERPOL." },
        { Fr, "postalAddress", "Son adresse est 12 rue de Thiong, 10200 Dakar.", "Son adresse est 14 avenue Pompidou, 10300 Dakar." },
        { Fr, "officeHours", "Il est ouvert du lundi au vendredi, de 8 h 00 à 16 h 00.", "Ses heures sont du lundi au vendredi, de 9 h 00 à 17 h 00." },
        { Fr, "timeZone", "Le fuseau est Africa/Accra.", "Son fuseau horaire est Africa/Lagos." },
        { Fr, "effectiveFrom", "Ceci prend effet à compter du 1er avril 2026.", "Le changement vaut à compter du 1er mai 2026." },
        { Es, "phones", "Su teléfono es +999 1 555 0102.", "Su teléfono es +999 1 555 0103." },
        { Es, "phones", "Su teléfono es +999 1 555 0102.", "\n\nTeléfono: +999 1 555 0103" },
        { Es, "fax", "Su fax es +999 1 555 0102.", "Su fax es +999 1 555 0103." },
        { Es, "emails", "Su correo es a@office.example.", "Su correo es b@office.example." },
        { Es, "interpolAccepted", "Acepta solicitudes por INTERPOL.", "No acepta solicitudes por INTERPOL." },
        { Es, "postalAddress", "Su dirección es Jirón Camaná 300, 15001 Lima.", "Su dirección es avenida Abancay 491, 15003 Lima." },
        { Es, "officeHours", "Atiende de lunes a viernes, de 08:00 a 16:00.", "Su horario es de lunes a viernes, de 09:00 a 17:00." },
        { Es, "timeZone", "La zona es Africa/Accra.", "Su zona horaria es Africa/Lagos." },
        { Es, "effectiveFrom", "Surte efecto a partir del 1 de abril de 2026.", "El cambio rige a partir del 1 de mayo de 2026." },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_with_two_values_is_asked_about(string note, string field, string one, string other)
    {
        foreach (var text in new[] { $"{note} {one} {other}", $"{note} {other.Trim()}\n\n{one}" })
            Assert.Contains(Asked(text), p => p.Code == ProblemCode.F21 && p.Field.EndsWith($"/{field}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_that_is_given_the_same_value_twice_is_not(string note, string field, string one, string other)
    {
        foreach (var said in new[] { one, other.Trim() })
            Assert.DoesNotContain(Asked($"{note}\n\n{said}\n\n{said}"), p => p.Code == ProblemCode.F21);
        Assert.NotEmpty(field);
    }

    [Theory]
    [InlineData("The Criminal Cases Office is replaced by the Criminal Cases Office as central authority under article 16 of UNTOC.")]
    [InlineData("The Criminal Cases Office, formerly the Criminal Cases Office, is the central authority under article 16 of UNTOC.")]
    [InlineData("Le Criminal Cases Office est remplacé par le Criminal Cases Office comme autorité centrale au titre de l'article 16 de la Convention de Palerme.")]
    [InlineData("La Criminal Cases Office es sustituida por la Criminal Cases Office como autoridad central para el artículo 16 de la Convención de Palermo.")]
    public void Who_takes_its_own_place_does_not(string note) => Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Theory]
    [InlineData("The telephone of the Criminal Cases Office (article 16 of UNTOC) changes from +999 1 555 0102 to +999 1 555 0102.")]
    [InlineData("Le téléphone du Criminal Cases Office (article 16 de la Convention de Palerme) passe du +999 1 555 0102 au +999 1 555 0102.")]
    [InlineData("El teléfono de la Criminal Cases Office (artículo 16 de la Convención de Palermo) cambia del +999 1 555 0102 al +999 1 555 0102.")]
    public void A_number_that_was_and_will_be_is_no_news(string note) =>
        Assert.All(Noted.Changes(Noted.Read(note, Noted.Authority())), c => Assert.Null(c["set"]?["phones"]));

    [Fact]
    public void Two_institutions_of_one_office_are_asked_about() => Assert.Contains(
        Asked("The Mutual Assistance Division of the Ministry of Justice has been designated as central authority under article 18 of UNTOC. It is part "
            + "of the Ministry of the Interior."),
        p => p.Code == ProblemCode.F21 && p.Field.EndsWith("/parentInstitution", StringComparison.Ordinal));

    [Theory]
    [InlineData("Article 16 of UNTOC: the Legal Cooperation Unit has been designated as central authority under article 16 of UNTOC.\n\nAuthority: Treaty Section")]
    [InlineData("UNTOC is taken as the legal basis for extradition (article 16, paragraph 5). UNTOC is not taken as the legal basis for extradition.")]
    public void Two_offices_for_one_designation_or_two_declarations_are_read_by_a_person(string note) =>
        Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority())));

    private static IReadOnlyList<Problem> Asked(string text) =>
        Noted.Read(text, Noted.Authority())!.Questions;
}
