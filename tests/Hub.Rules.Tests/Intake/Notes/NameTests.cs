using FsCheck;
using FsCheck.Fluent;
using Hub.Intake.Notes.Acts;
using Hub.Register.States;

namespace Hub.Rules.Tests.Intake.Notes;

/// <summary>
/// A name is given back letter for letter, whatever is said of it, or not at all: one that is cut is another office's (I13).
/// </summary>
public sealed class NameTests
{
    private static readonly Dictionary<Language, (string[] Heads, string[] Tasks, string Article, string Sentence)> Words = new()
    {
        [Language.English] = (
            ["Office", "Directorate-General", "Central Authority Unit", "National Bureau", "Attorney-General's Chambers", "Co-operation Desk"],
            ["for International Legal Affairs", "of Treaties and Mutual Assistance", "of Extradition, Transfers and Mutual Assistance",
                "on Transnational Crime", "for the Recovery of Assets", "against Corruption"],
            "the ", "central authority under article 18 of the Palermo Convention"),
        [Language.French] = (
            ["Bureau", "Direction générale", "Haute Cellule", "Sous-direction", "Office national", "Délégation"],
            ["de l'entraide pénale internationale", "des affaires criminelles et des grâces", "des traités, de l'extradition et du contentieux",
                "à la probité publique", "du recouvrement des avoirs", "anticorruption"],
            "", "autorité centrale au titre de l'article 18 de la Convention de Palerme"),
        [Language.Spanish] = (
            ["Oficina", "Dirección General", "Unidad Especializada", "Fiscalía Nacional", "Subsecretaría", "Sección"],
            ["de Cooperación Jurídica Internacional", "de Asuntos Penales y Extradiciones", "en Asuntos Internacionales",
                "de Extradiciones, Traslados y Asistencia Penal", "Anticorrupción", "de Recuperación de Activos"],
            "", "autoridad central a los efectos del artículo 18 de la Convención de Palermo"),
    };

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    [InlineData(Language.Spanish)]
    public void A_name_behind_or_before_whatever_makes_it_an_authority_is_given_back_whole(Language language)
    {
        var phrases = ActPhrases.Of(language).Where(p => p.Kind == ActKind.Begins)
            .SelectMany(p => PhraseSample.Of(p.Phrases.Pattern).Select(w => (p.Slot, Words: w))).ToArray();
        var (read, all) = (0, 0);
        Prop.ForAll(Names(language), Gen.Elements(phrases).ToArbitrary(), (name, phrase) =>
        {
            var sentence = Sentence(language, name, phrase.Slot, phrase.Words);
            var said = Noted.Name(Noted.Read(sentence));
            (read, all) = (read + (said == name ? 1 : 0), all + 1);
            return (said is null || said == name).Label($"{said} of {sentence}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
        Assert.True(read > 0.9 * all, $"{read} of {all} read");
    }

    private static Arbitrary<string> Names(Language language)
    {
        var (heads, tasks, _, _) = Words[language];
        return (from head in Gen.Elements(heads) from task in Gen.Elements(tasks) select $"{head} {task}").ToArbitrary();
    }

    private static string Sentence(Language language, string name, Slot slot, string phrase)
    {
        var (_, _, article, function) = Words[language];
        var office = language switch
        {
            Language.English => $"{article}{name}",
            Language.French => (name[0] is 'O' or 'A' or 'E' ? "l'" : name[0] is 'B' ? "le " : "la ") + name,
            _ => $"la {name}",
        };
        return slot == Slot.Before
            ? $"{char.ToUpperInvariant(office[0])}{office[1..]} (ABC) {phrase} {function}."
            : $"{function}: {phrase} {office} (ABC).";
    }
}
