using System.Buffers;
using System.Collections.Frozen;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>
/// Tells parts of addresses from running text by their words: numbers, capitals, words for streets and buildings, small words.
/// </summary>
internal static class PlaceWords
{
    private const int MostWords = 10;

    private static readonly SearchValues<char> NoWord = SearchValues.Create("@?!%=<>");

    private static readonly FrozenSet<string> Streets = Words(
        "rue avenue avenida cuadra av avda ave boulevard bd bld blvd bulevar place pl plaza plateau quai corniche allee chemin route impasse cours square esplanade passage "
        + "calle c/ carrera cra calzada camino paseo pasaje jiron jr diagonal transversal via carretera km kilometro autopista ronda glorieta malecon rambla rotonda anillo "
        + "edificio edif torre piso nivel planta oficina despacho local bloque manzana mz lote zona colonia col barrio urbanizacion urb sector complejo "
        + "centro conjunto circuito parque campus palacio secteur lot ilot immeuble imm batiment bat bureau etage niveau porte villa cite quartier galerie "
        + "tour palais domaine residence camp rond-point apartado casilla boite bp b.p box bag p.m.b pmb gpo esquina esq floor level room suite block "
        + "building bldg wing tower house annex annexe plot stand complex quarter quarters compound court street st str road rd lane drive way crescent terrace highway close "
        + "wharf quay mawatha path parade gate gata gatan g pr ul ulica ulitsa cesta utca ut sokak sok sokagi cad caddesi mah bulvari strasse straat laan plein "
        + "premier premiere deuxieme troisieme quatrieme cinquieme segundo tercer primer tercero ground first second third fourth fifth "
        + "jalan jl lebuh ro gil dong soi vej gade katu tie bulevardul strada soseaua praca rua largo cabinet stadium bloc etage");

    private static readonly FrozenSet<string> Small = Words(
        "de du des del la le les el los las of the sin sans numero numeros number da do dos das von van der den am an al bin ben sur sous y et e no n num nro nr s/n ter bis prolongee prolongacion "
        + "sud nord est ouest norte sur este oeste north south east west postal postale correos d l");

    private static readonly FrozenSet<string> Verbs = Words("will with from have were sera sont dont donde para pour avec peut qui que entre");

    /// <summary>Whether a text names a street, a building, a box, a floor.</summary>
    public static bool HasStreet(string text) => Split(text).Any(w => IsStreet(text[w.Start..w.End]));

    /// <summary>Whether a text has a number, or names a street or a building.</summary>
    public static bool IsPlace(string text) => text.Any(char.IsDigit) || HasStreet(text);

    /// <summary>Whether all of a text can be a line of an address.</summary>
    public static bool IsLine(string text) => text.Length > 0 && Tail(text) == 0 && Split(text).Count <= MostWords;

    /// <summary>Where the line of an address begins that a text ends with; its length where there is none.</summary>
    public static int Tail(string text)
    {
        var words = Split(text);
        var first = words.Count;
        while (first > 0 && IsWord(text, words, first - 1) && !IsYear(text, words, first - 1) && !IsTelephone(text, words, first - 1))
            first--;
        // In capitals all words look alike: the line begins with a number or a word for a street.
        if (words.Count > 3 && !text.Any(char.IsLower) && words.FindIndex(w => IsBegin(text[w.Start..w.End])) is var begin and > 0)
            first = Math.Max(first, begin);
        while (first < words.Count && char.IsLower(text[words[first].Start])
            && Small.Contains(Bare(text[words[first].Start..words[first].End])))
            first++;
        if (first == words.Count)
            return text.Length;
        var start = words[first].Start;
        return start + 2 < text.Length && text[start] is 'l' or 'd' && text[start + 1] == '\'' ? start + 2 : start;
    }

    // "Since 12 January 2026 Abbey Road 3": the day ends before the street.
    private static bool IsYear(string text, List<Span> words, int i) => i > 0
        && text.AsSpan(words[i].Start, words[i].Length).TrimEnd(',') is ['1' or '2', '9' or '0', _, _]
        && Enumerable.Range(Math.Max(0, i - 2), Math.Min(i, 2))
            .Any(m => Lexicon.Months.ContainsKey(Bare(text[words[m].Start..words[m].End])));

    // "+99 4 555 0180, 19 Mint Street" without its comma: groups of digits are a number to call.
    private static bool IsTelephone(string text, List<Span> words, int i) =>
        i > 1 && !text[words[i - 1].End..words[i].Start].Contains('\n', StringComparison.Ordinal)
        && Enumerable.Range(i - 2, 3).All(n => text.AsSpan(words[n].Start, words[n].Length).IndexOfAnyExceptInRange('0', '9') < 0);

    private static bool IsBegin(string word) => char.IsDigit(word[0]) || IsStreet(word);

    private static bool IsStreet(string word) => Streets.Contains(Bare(word));

    // A word in small letters belongs to a line only right behind what it describes: "palais de justice", "torre norte".
    private static bool IsWord(string text, List<Span> words, int i)
    {
        var word = text[words[i].Start..words[i].End].TrimStart('(', '"', '«', '\'');
        if (word.Length == 0 || word.AsSpan().IndexOfAny(NoWord) >= 0)
            return false;
        if (word.Any(char.IsDigit) || char.IsUpper(word[0]) || word[0] is '#' || IsStreet(word) || Small.Contains(Bare(word)))
            return true;
        if (word.Length > 2 && word[1] == '\'' && (char.IsUpper(word[2]) || IsStreet(word[2..])) || word is [.., '.'] && word.Length < 6)
            return true;
        var before = i - 1;
        while (before >= 0 && Small.Contains(Bare(text[words[before].Start..words[before].End])))
            before--;
        return before >= 0 && IsStreet(text[words[before].Start..words[before].End]) && word.Length > 3
            && word.All(char.IsLetter) && !Verbs.Contains(word);
    }

    private static string Bare(string word) => (word.Length > 2 && word[1] == '\'' ? word[2..] : word)
        .Trim('.', ',', '(', ')', '"', '\'', '°', 'º', '-').ToLowerInvariant();

    private static List<Span> Split(string text)
    {
        var (words, at) = (new List<Span>(), 0);
        while (at < text.Length)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            if (at > start)
                words.Add(Span.Between(start, at));
        }
        return words;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
