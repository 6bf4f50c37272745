using System.Text.Json.Nodes;
using Hub.Intake.Notes;
using Hub.Register.Problems;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Intake.Notes.Laws;

/// <summary>Notes that bring a law to the library; what names a law for another reason brings none.</summary>
public sealed class LawNoteTests
{
    private const string French =
        """
        Note verbale n° PMA/044/2025

        La Mission permanente d'Arvenia présente ses compliments au Secrétariat et a l'honneur de l'informer que la loi n° 2024-12 du 3 mars
        2024 relative à l'entraide judiciaire internationale en matière pénale a été publiée au Journal officiel n° 45 du 20 mars 2024 et est
        entrée en vigueur le 1er avril 2024. Elle met en œuvre l'article 18 de la Convention des Nations Unies contre la criminalité
        transnationale organisée. Le texte est disponible à l'adresse https://laws.arvenia.example/2024-12.

        La Mission permanente saisit cette occasion pour renouveler au Secrétariat les assurances de sa très haute considération.

        Vienne, le 7 mars 2025
        """;

    private const string English =
        """
        The Permanent Mission of Arvenia presents its compliments to the Secretariat and has the honour to inform it that Act No. 12 of 2024
        on Extradition, dated 5 February 2024, was published in the Official Gazette No. 77 of 9 February 2024 and came into force on
        1 June 2024. It gives effect to article 16 of the United Nations Convention against Transnational Organized Crime.

        The Permanent Mission avails itself of this opportunity to renew the assurances of its highest consideration.
        """;

    private const string Spanish =
        """
        La Misión Permanente de Arvenia saluda atentamente a la Secretaría y tiene el honor de comunicarle que se ha promulgado la Ley núm.
        24.767, de 18 de diciembre de 2023, de Cooperación Internacional en Materia Penal, publicada en el Boletín Oficial de 15 de enero de
        2024. Puede consultarse en https://leyes.arvenia.example/24767.

        La Misión Permanente aprovecha la oportunidad para reiterar las seguridades de su más alta consideración.
        """;

    [Fact]
    public void A_French_note_brings_a_law_with_its_days_its_gazette_its_address_and_its_article()
    {
        var notice = Noted.Read(French)!;
        var law = Law(notice)!;
        Assert.Equal(("LEGISLATION", "XAA", "fr"), (Noted.Kind(notice), (string?)notice.Form["state"], (string?)notice.Form["language"]));
        Assert.Equal(
            ("loi n° 2024-12 du 3 mars 2024 relative à l'entraide judiciaire internationale en matière pénale", "2024-12", "ACT", "fr"),
            (Text(law, "titleOriginal"), Text(law, "number"), Text(law, "type"), Text(law, "language")));
        Assert.Equal(
            ("2024-03-03", "2024-03-20", "2024-04-01"),
            (Text(law["dates"], "adopted"), Text(law["dates"], "published"), Text(law["dates"], "inForce")));
        Assert.Equal(
            ("Journal officiel n° 45 du 20 mars 2024", "https://laws.arvenia.example/2024-12"), (Text(law, "citation"), Text(law, "officialUrl")));
        Assert.Equal(
            """[{"label":"whole","articles":[{"instrument":"UNTOC","article":"18"}],"topics":["MLA"]}]""", law["provisions"]!.ToJsonString());
        Assert.DoesNotContain(Sample.Read(notice.Form, Callers.Mission).Problems, p => p.Outcome > Outcome.Warn);
    }

    [Fact]
    public void The_number_of_a_law_is_no_reference_of_the_note()
    {
        var numbered = French.Replace("2024-12 du", "12/2024 du", StringComparison.Ordinal);
        Assert.Equal("PMA/044/2025", (string?)Noted.Read(numbered)!.Form["officialRef"]);
        Assert.Null(Noted.Read(numbered.Replace("Note verbale n° PMA/044/2025", "", StringComparison.Ordinal))!.Form["officialRef"]);
    }

    [Fact]
    public void An_English_and_a_Spanish_one_too()
    {
        var (english, spanish) = (Law(Noted.Read(English))!, Law(Noted.Read(Spanish))!);
        Assert.Equal(("12 of 2024", "2024-06-01"), (Text(english, "number"), Text(english["dates"], "inForce")));
        Assert.StartsWith("Act No. 12 of 2024 on Extradition", Text(english, "titleOriginal"), StringComparison.Ordinal);
        Assert.Equal("Official Gazette No. 77 of 9 February 2024", Text(english, "citation"));
        Assert.Equal(("24.767", "2023-12-18", "2024-01-15"), (Text(spanish, "number"), Text(spanish["dates"], "adopted"), Text(spanish["dates"], "published")));
        Assert.Equal("https://leyes.arvenia.example/24767", Text(spanish, "officialUrl"));
    }

    [Theory]
    [InlineData("publiée au Journal officiel n° 45 du 20 mars 2024", "abrogée par la loi n° 2025-1 publiée au Journal officiel n° 45")]
    [InlineData("met en œuvre l'article 18", "modifie la loi n° 2001-3 et met en œuvre l'article 18")]
    [InlineData("l'informer que la loi", "l'informer que la loi n° 2020-1 et la loi")]
    [InlineData("l'informer que la loi", "l'informer que, conformément à la loi")]
    public void What_changes_or_ends_a_law_names_several_or_names_one_as_its_ground_is_for_a_person(string words, string others)
    {
        var text = French.Replace(words, others, StringComparison.Ordinal);
        Assert.NotEqual(French, text);
        Assert.NotEqual("LEGISLATION", Noted.Kind(Noted.Read(text)));
    }

    [Fact]
    public void A_law_that_can_be_found_nowhere_is_for_a_person() => Assert.NotEqual("LEGISLATION", Noted.Kind(Noted.Read(
        French.Replace("au Journal officiel n° 45 du 20 mars 2024", "récemment", StringComparison.Ordinal)
            .Replace("à l'adresse https://laws.arvenia.example/2024-12", "auprès du ministère", StringComparison.Ordinal))));

    [Fact]
    public void An_office_that_is_designated_by_a_law_is_no_law()
    {
        var notice = Noted.Read(
            """
            The Permanent Mission of Arvenia presents its compliments to the Secretariat and informs it that, by Act No. 12 of 2024, published in
            the Official Gazette, the Criminal Cases Office is designated as central authority under article 18 of the United Nations Convention
            against Transnational Organized Crime.
            """, Noted.Authority());
        Assert.NotEqual("LEGISLATION", Noted.Kind(notice));
    }

    private static JsonNode? Law(UnderstoodNotice? notice) => Noted.Changes(notice) is [var change, ..] ? change["law"] : null;

    private static string? Text(JsonNode? node, string field) => (string?)node?[field];
}
