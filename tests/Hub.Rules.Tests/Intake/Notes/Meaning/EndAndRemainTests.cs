namespace Hub.Rules.Tests.Intake.Notes.Meaning;

/// <summary>Of one authority a note says that it ends and that it remains, in each order: a person reads it.</summary>
public sealed class EndAndRemainTests
{
    private static readonly Dictionary<string, (string[] Ends, string[] Stays)> Said = new()
    {
        ["en"] = (
            [
                "The Criminal Cases Office ceases to be the central authority for extradition under article 16 of UNTOC on 31 March 2026.",
                "The designation of the Criminal Cases Office under article 16 of UNTOC is withdrawn.",
                "The Criminal Cases Office has been abolished and is no longer the central authority under article 16 of UNTOC.",
            ],
            [
                "However, the Criminal Cases Office will remain the authority for extradition (article 16) without limit of time.",
                "The designation of the Criminal Cases Office remains in force.",
                "Nothing changes for the Criminal Cases Office as central authority under article 16.",
                "The Criminal Cases Office keeps its designation as central authority.",
                "The Criminal Cases Office continues to act as central authority for extradition.",
                "The Criminal Cases Office is still the central authority under article 16.",
            ]),
        ["fr"] = (
            [
                "Le Criminal Cases Office cesse d'être l'autorité centrale pour l'extradition (article 16 de la Convention de Palerme) le 31 mars 2026.",
                "La désignation du Criminal Cases Office au titre de l'article 16 de la Convention de Palerme est retirée.",
                "Le Criminal Cases Office est supprimé et n'est plus autorité centrale au titre de l'article 16 de la Convention de Palerme.",
            ],
            [
                "Toutefois, le Criminal Cases Office restera, sans limite de durée, l'autorité en matière d'extradition (article 16).",
                "La désignation du Criminal Cases Office reste en vigueur.",
                "Rien ne change pour le Criminal Cases Office en tant qu'autorité centrale.",
                "Le Criminal Cases Office conserve sa qualité d'autorité centrale.",
                "Le Criminal Cases Office continue d'exercer les fonctions d'autorité centrale pour l'extradition.",
                "Le Criminal Cases Office est toujours l'autorité centrale au titre de l'article 16.",
            ]),
        ["es"] = (
            [
                "La Criminal Cases Office deja de ser autoridad central en materia de extradición (artículo 16 de la Convención de Palermo) el 31 de marzo de 2026.",
                "Se retira la designación de la Criminal Cases Office para el artículo 16 de la Convención de Palermo.",
                "La Criminal Cases Office queda suprimida y ya no es autoridad central para el artículo 16 de la Convención de Palermo.",
            ],
            [
                "No obstante, la Criminal Cases Office seguirá siendo, sin límite de tiempo, la autoridad en materia de extradición (artículo 16).",
                "La designación de la Criminal Cases Office sigue vigente.",
                "Nada cambia para la Criminal Cases Office como autoridad central.",
                "La Criminal Cases Office conserva su condición de autoridad central.",
                "La Criminal Cases Office continúa actuando como autoridad central para la extradición.",
                "La Criminal Cases Office todavía es la autoridad central para el artículo 16.",
            ]),
    };

    public static TheoryData<string, string> Both
    {
        get
        {
            var both = new TheoryData<string, string>();
            foreach (var (ends, stays) in Said.Values)
                foreach (var end in ends)
                    foreach (var stay in stays)
                        both.Add(end, stay);
            return both;
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public void Who_ends_and_remains_does_neither(string ends, string stays)
    {
        Assert.Null(Kind($"{ends} {stays}"));
        Assert.Null(Kind($"{stays} {ends}"));
    }

    [Theory]
    [InlineData("The Criminal Cases Office ceases to be the central authority under article 16 of UNTOC. It remains the central authority under article 18 of UNTOC.")]
    [InlineData("The Criminal Cases Office ceases to be the central authority under article 16 of UNTOC. It continues to handle pending extradition requests.")]
    [InlineData("Le Criminal Cases Office cesse d'être l'autorité centrale au titre de l'article 16 de la Convention de Palerme. Il reste compétent pour l'entraide judiciaire.")]
    [InlineData("La Criminal Cases Office deja de ser autoridad central para el artículo 16 de la Convención de Palermo. Sigue siendo autoridad central para el artículo 18 de la Convención de Palermo.")]
    public void Who_remains_for_something_else_ends(string note) => Assert.Equal("WITHDRAWAL", Kind(note));

    private static string? Kind(string note) => Noted.Kind(Noted.Read(note, Noted.Authority()));
}
