using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Offices;

/// <summary>
/// Where a name ends in French and Spanish, whose names are not all in capitals: behind a noun it goes on with what leads to another one,
/// in capitals, or with an adjective. What else stands there is a verb.
/// </summary>
internal sealed partial class NameEnd(NoteText note)
{
    private const int MostWords = 18;
    private const int MostRanks = 3;
    private const int ShortestLast = 4;
    private static readonly Concept[] SaidOf = [Concept.PartOf, Concept.Stays, Concept.Leaves, Concept.NameWords];
    private readonly Phrases _heads = note.Lexicon[Concept.Head];

    /// <summary>The part of a stretch of words that is the name it begins with.</summary>
    public Span Of(Span span)
    {
        var (end, words, before) = (span.Start, 0, "");
        foreach (Match word in Word().Matches(note.Plain[span.Start..span.End]))
        {
            var at = span.Start + word.Index;
            if (words >= MostWords || (words > 0 && !GoesOn(before, word.Value, words, at)))
                break;
            end = at + word.Length;
            (before, words) = (word.Value, words + 1);
        }
        return Span.Between(span.Start, end);
    }

    private bool GoesOn(string before, string word, int words, int at)
    {
        // "… Externa el papel": an article that nothing leads to begins something else.
        if (Articles().IsMatch(word) && !Leading().IsMatch(before))
            return false;
        if (Stops().IsMatch(word) && !IsAtSea(word, at) && !IsField(word, at)
            && !((words == 1 || Conjunctions().IsMatch(before)) && IsTask(at)) && !(words <= MostRanks && IsDuty(at))
            && !IsSpecialised(before, word))
            return false;
        // "… de Cooperación Jurídica y depende ahora de": what else is said of it.
        if (Conjunctions().IsMatch(before))
            return char.IsUpper(word[0])
                || (words > 2 && !SaidOf.Any(c => note.Lexicon[c].AtStart(word, new(0, word.Length)) == word.Length));
        // "… a la Secretaría sobre el artículo 17": what somebody is written about.
        if (words == 1 && About().IsMatch(word))
            return false;
        if (LeadsOn().IsMatch(before) || LeadsOn().IsMatch(word) || Conjunctions().IsMatch(word)
            || word.Contains('\'', StringComparison.Ordinal))
            return true;
        return char.IsLower(word[0]) || IsCapitals(word) && IsCapitals(before)
            ? Adjectives().IsMatch(word) || Participles.Has(note, word, at) || IsLast(word, at) : !IsHead(word);
    }

    // "Bureau des détenus étrangers, …": a last word before a comma, a bracket, or the end of its line or cell.
    private bool IsLast(string word, int at) =>
        word.Length > ShortestLast && !NoLast().IsMatch(word) && note.Original[at + word.Length - 1] is not ('ó' or 'Ó')
        && Set().IsMatch(note.Plain[(at + word.Length)..Math.Min(note.Plain.Length, at + word.Length + 4)]);

    // "Dirección Especializada en Lavado".
    private static bool IsSpecialised(string before, string word) =>
        word is "en" or "EN" && Specialised().IsMatch(before);

    // In a text that is all in capitals they tell nothing.
    private static bool IsCapitals(string word) => word.Length > 2 && !word.Any(char.IsLower);

    private bool IsAtSea(string word, int at) =>
        word is "en" or "EN" && note.Plain.AsSpan(at + word.Length).StartsWith(" mer", StringComparison.OrdinalIgnoreCase);

    // "Commissariat à la probité", "Délégation aux affaires pénales": what an office is for; not "à compter du".
    private bool IsTask(int index) => note.Original[index] is 'à' or 'À' or 'a' or 'A'
        && Task().IsMatch(note.Original[index..Math.Min(note.Original.Length, index + 30)]);

    // "Office national à la probité publique", "Haute Cellule à la probité".
    private bool IsDuty(int index) => Duty().IsMatch(note.Original[index..Math.Min(note.Original.Length, index + 40)]);

    // "Unidad Especializada en Asuntos Internacionales", not "en Viena".
    private bool IsField(string word, int at) => word is "en" or "EN"
        && Field().IsMatch(note.Plain[at..Math.Min(note.Plain.Length, at + 60)]);

    private bool IsHead(string word) => _heads.AtStart(word, new(0, word.Length)) == word.Length;

    [GeneratedRegex("^(?:el|la|los|las|le|les|un|una|une)$", RegexOptions.IgnoreCase)]
    private static partial Regex Articles();

    [GeneratedRegex("^(?:de|a|en|sobre|por|para|sur|pour|contra|contre|entre|ante|pres|y|et)$", RegexOptions.IgnoreCase)]
    private static partial Regex Leading();

    [GeneratedRegex(@"[\p{L}][\p{L}'-]{0,40}")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^(?:à\s(?:la\s|l['’])|au\s|aux\s)(?!compter|partir|dater|titre|article|articles|adresse|attention|sens|nom|lieu|profit|moyen|cours|date|heure)\p{L}{4}",
        RegexOptions.IgnoreCase)]
    private static partial Regex Task();

    [GeneratedRegex(
        @"^(?i:en)\s{1,3}(?:(?i:el|la|los|las)\s{1,3})?(?:Asuntos|Materias?|Exterior|Delitos|Lucha|\p{Lu}\p{L}{2,30}(?:cion|ciones|dad|miento))\b",
        RegexOptions.NonBacktracking)]
    private static partial Regex Field();

    [GeneratedRegex(
        @"^à\s(?:la\s|l['’])(?:probité|lutte|coopération|entraide|sécurité|répression|prévention|protection|extradition|concurrence)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Duty();

    [GeneratedRegex("^(?:especializad|speciali|compet|encargad|chargee?)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Specialised();

    // Behind it its sentence does not go on.
    [GeneratedRegex(@"^(?:[ ]?[,;()|\n\t]|[ ]{2}|\.\s|$)", RegexOptions.NonBacktracking)]
    private static partial Regex Set();

    // Verbs, and words that lead to what follows.
    [GeneratedRegex(
        @"^(?:.{1,20}mente?|.{2,20}(?:ront|aient|aron|ieron|aran|era|ira|dra)|informe|comunica|informa|notifie|notifica|indique|indica|precise|precisa|rappelle|recuerda"
        + "|siguiente|suivante?|ainsi|aussi|donc|enfin|ensuite|mais|outre|toutefois|cependant|celle|celui|notamment|savoir|egalement|desormais|ahora|luego|ademas"
        + "|tambien|salvo|sauf|segun|selon|lequel|laquelle|existe|cambia|change|reste|resta|figure|figura|suit|sigue|devient|vient|tient|viene)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoLast();

    [GeneratedRegex("^(?:y|e|et)$", RegexOptions.IgnoreCase)]
    private static partial Regex Conjunctions();

    [GeneratedRegex("^(?:sobre|sur)$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(
        "^(?:de|du|des|del|la|las|los|el|le|les|un|una|une|en|a|au|aux|grande?s?|hautes?|gran|hors|para|pour|contra|contre|sobre|sur|entre|por|par|ante|pres)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex LeadsOn();

    // Endings of adjectives and participles in French and Spanish, without accents.
    [GeneratedRegex(
        @"^(?:(?:anti|inter|trans|multi|pluri|euro|cyber|ciber)\p{L}{3,20}$)|^(?!.*mente?$|.{1,8}ifica$|comunica$|indica$|aplica$|explica$|ahora$|celle$|signale$|publica$|traite$|rappelle$|invite$|opera$|coordina$|reitera$|termina$|radica$|espera$|considera$|confirma$|communique$|indique$|applique$|explique$|elles?$|igual$|notifie$|confie$)\p{L}{1,20}(?:al|ale|ales|aux|el|elle|els|elles|if|ive|ifs|ives"
        + "|ique|iques|aire|aires|ien|iens|iennes?|eure?s?|ieres?|iers?|eres?|ees?|ines?|iles?|ibles?|ables?|permanente?s?|aines?|[ie]mes?|ernes?|oires?|estres?|[ao]ises?|iques?|ulaires?"
        + "|ics?|ains?|ic[oa]s?|iv[oa]s?|ari[oa]s?|ores?|oras?|an[oa]s?|er[oa]s?|il|iles|bles?|[ei]m[oa]s?|ern[oa]s?|estres?|un|unes|ad[oa]s?|id[oa]s?|permanentes?|militar|militares|in[oa]s?)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Adjectives();

    // Words that stand behind a name and in none.
    [GeneratedRegex(
        @"^(?:a|ont|est|sont|sera|seront|ete|etait|qui|que|qu'.{0,40}|dont|laquelle|lequel|comme|aux?|avec|pour|dans|par|depuis|des[ ]?le|jusqu'.{0,40}"
        + @"|ne|n'.{0,40}|se|s'.{0,40}|cesse|cessera|prend|prendra|releve|rattache[es]?|place[es]?|charge[es]?|designe[es]?|conserve|remplace|succede"
        + @"|peut|peuvent|stop|ladite|ledit|dite?|sa|son|ses|su|sus|leurs?|nos|notre|mesure|suite|et[ ]lui|prie|voudra|voudrait|bien|accepte|acceptent|ouvre|repond|tant|vertu|qualite|titre|siege|fonctions|funciones|attributions|recien|nouvellement|devient|assure|assume|exerce|recoit|sise?|situee?"
        + @"|tel|telephone|telefono|mel|courriel|correo|fax|telecopie|ha|han|es|son|sera|seran|sido|fue|fueron|como|para|desde|hasta|en|con|que|quien|cuyo|cuya|queda|quedan|pasa|pasan|deja|dejo"
        + @"|sustituye|reemplaza|continua|conserva|mantiene|cuenta|cuentan|adscrit[oa]s?|dependiente|ubicad[oa]|sito|sita|tiene|tienen|recibe|responde|integra|lleva|funciona|trabaja|releve|depend|appartient|fonctionne|traite|travaille"
        + @"|admite|admiten|acepta|aceptan|atiende|atienden|segun|conforme|sera|estara|esta|estan|ya|no|le|les[ ]sera)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Stops();
}
