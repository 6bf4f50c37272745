using Hub.Intake.Notes;

namespace Hub.Rules.Tests.Intake.Notes.Meaning;

/// <summary>
/// Sentences that thank, greet, wish, recall, apologise, or speak of the past and of other States' authorities, in all their combinations:
/// they change nothing, whatever authority they name, alone or beside what does (I13).
/// </summary>
public sealed class CourtesyTests
{
    private static readonly Dictionary<string, (string[] Frames, string[] Things, string News)> Said = new()
    {
        ["en"] = (
            [
                "The Permanent Mission thanks the Office for {0}, which has been passed on to the Criminal Cases Office.",
                "The Permanent Mission is grateful for {0}, received by the Criminal Cases Office on 9 March 2026.",
                "The Permanent Mission recalls its note of 3 March 2019 on {0} and on the Criminal Cases Office.",
                "The Permanent Mission apologises for the late answer of the Criminal Cases Office to {0}.",
                "The Permanent Mission wishes the Secretariat and the Criminal Cases Office a prosperous new year after {0}.",
                "The Permanent Mission congratulates the central authority of Kenya, newly designated under article 18 of UNTOC, on {0}.",
                "The Criminal Cases Office has spoken to the new central authority of Kenya, the State Law Office, of {0}.",
                "In 2014 the Ministry of Justice was the central authority for {0}.",
            ],
            [
                "the new edition of the directory", "its note verbale of 3 March 2026 on the new central authorities",
                "the updated list of competent authorities",
            ],
            "The Criminal Cases Office, central authority under article 16 of UNTOC, has a new telephone, +999 1 555 0102."),
        ["fr"] = (
            [
                "La Mission permanente remercie l'Office de {0}, transmise au Criminal Cases Office.",
                "La Mission permanente sait gré à l'Office de {0}, que le Criminal Cases Office a reçue le 9 mars 2026.",
                "La Mission permanente rappelle sa note du 3 mars 2019 sur {0} et sur le Criminal Cases Office.",
                "La Mission permanente présente ses excuses pour la réponse tardive du Criminal Cases Office à {0}.",
                "La Mission permanente souhaite au Secrétariat et au Criminal Cases Office une bonne nouvelle année après {0}.",
                "La Mission permanente félicite l'autorité centrale du Kenya, nouvellement désignée au titre de l'article 18 de la Convention de Palerme, pour {0}.",
                "Le Criminal Cases Office a parlé à la nouvelle autorité centrale du Kenya, le Cabinet du Procureur général, de {0}.",
                "En 2014, le Ministère de la justice était l'autorité centrale pour {0}.",
            ],
            [
                "la nouvelle édition du répertoire", "sa note verbale du 3 mars 2026 sur les nouvelles autorités centrales",
                "la liste mise à jour des autorités compétentes",
            ],
            "Le Criminal Cases Office, autorité centrale au titre de l'article 16 de la Convention de Palerme, a un nouveau téléphone, le +999 1 555 0102."),
        ["es"] = (
            [
                "La Misión Permanente agradece a la Oficina {0}, que ha sido remitida a la Criminal Cases Office.",
                "La Misión Permanente expresa su gratitud por {0}, recibida por la Criminal Cases Office el 9 de marzo de 2026.",
                "La Misión Permanente recuerda su nota del 3 de marzo de 2019 sobre {0} y sobre la Criminal Cases Office.",
                "La Misión Permanente presenta sus disculpas por la respuesta tardía de la Criminal Cases Office a {0}.",
                "La Misión Permanente desea a la Secretaría y a la Criminal Cases Office un próspero año nuevo tras {0}.",
                "La Misión Permanente felicita a la autoridad central de Kenya, recién designada para el artículo 18 de la Convención de Palermo, por {0}.",
                "La Criminal Cases Office habló con la nueva autoridad central de Kenya, la Fiscalía General, de {0}.",
                "En 2014 el Ministerio de Justicia era la autoridad central para {0}.",
            ],
            [
                "la nueva edición del directorio", "su nota verbal de 3 de marzo de 2026 sobre las nuevas autoridades centrales",
                "la lista actualizada de autoridades competentes",
            ],
            "La Criminal Cases Office, autoridad central para el artículo 16 de la Convención de Palermo, tiene un nuevo teléfono, +999 1 555 0102."),
    };

    public static TheoryData<string, string> Sentences
    {
        get
        {
            var sentences = new TheoryData<string, string>();
            foreach (var (language, (frames, things, _)) in Said)
                foreach (var frame in frames)
                    foreach (var thing in things)
                        sentences.Add(language, frame.Replace("{0}", thing, StringComparison.Ordinal));
            return sentences;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Alone_it_changes_nothing(string language, string sentence)
    {
        Assert.Null(Noted.Kind(Noted.Read(sentence, Noted.Authority())));
        Assert.NotEmpty(language);
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Beside_what_changes_it_adds_nothing(string language, string sentence)
    {
        var news = Said[language].News;
        foreach (var text in new[] { $"{news} {sentence}", $"{sentence} {news}" })
            Assert.Equal(Form(news), Form(text));
    }

    [Theory]
    [InlineData("The Permanent Mission thanks the Office for its note and has the honour to inform it that the Criminal Cases Office, central authority under article 16 of UNTOC, has a new telephone, +999 1 555 0102.")]
    [InlineData("La Mission permanente remercie l'Office de sa note et lui fait savoir que le Criminal Cases Office, autorité centrale au titre de l'article 16 de la Convention de Palerme, a un nouveau téléphone, le +999 1 555 0102.")]
    [InlineData("La Misión Permanente agradece a la Oficina su nota y le comunica que la Criminal Cases Office, autoridad central para el artículo 16 de la Convención de Palermo, tiene un nuevo teléfono, +999 1 555 0102.")]
    public void Whoever_thanks_and_informs_informs(string note) =>
        Assert.Equal("CHANGE_OF_CONTACT", Noted.Kind(Noted.Read(note, Noted.Authority())));

    [Theory]
    [InlineData("The Permanent Mission of Ghana thanks the Secretariat for its note 31/2026, which has been passed on to the Criminal Cases Office.\n\nVienna, 10 March 2026", true)]
    [InlineData("La Mission permanente du Ghana remercie le Secrétariat de sa note 31/2026, dont elle a pris bonne note.\n\nVienne, le 10 mars 2026", true)]
    [InlineData("La Misión Permanente de Ghana agradece a la Secretaría el acuse de recibo de su nota 31/2026, asunto que da por concluido.\n\nViena, 12 de marzo de 2026", true)]
    [InlineData("The Permanent Mission of Ghana thanks the Secretariat for the edition. Could it send two more copies?", false)]
    [InlineData("The Permanent Mission of Ghana thanks the Secretariat for the edition. The Criminal Cases Office has ceased to be the authority.", false)]
    [InlineData("La Mission permanente du Ghana remercie le Secrétariat de l'édition. Le Criminal Cases Office n'existe plus.", false)]
    [InlineData("La Misión Permanente de Ghana agradece a la Secretaría la edición. La Criminal Cases Office ya no existe.", false)]
    public void Only_a_note_each_sentence_of_which_thanks_is_thanks(string note, bool isThanks) =>
        Assert.Equal(isThanks, NoteParser.OnlyThanks(note));

    [Theory]
    [InlineData("The new head of the Central Authority for Mutual Assistance will visit Vienna.")]
    [InlineData("The Central Authority for Mutual Assistance has got new furniture.")]
    public void An_authority_that_is_called_by_its_function_is_not_given_it(string note) =>
        Assert.Null(Noted.Kind(Noted.Read(note, Noted.Authority("Central Authority for Mutual Assistance"))));

    private static string Form(string text) => Noted.Read(text, Noted.Authority())!.Form.ToJsonString();
}
