using Hub.Register.Text;

namespace Hub.Register.States;

/// <summary>
/// The ways in which a State's name is written: <c>Korea, Republic of</c>, <c>Gambia (the)</c>, <c>Kingdom of Eswatini</c>.
/// </summary>
internal static class StateNames
{
    // What is left of a name may be no code: nobody writes "Republic of AO".
    private const int LongestCode = 3;

    private static readonly HashSet<string> Forms =
    [
        "REPUBLIC", "KINGDOM", "STATE", "COMMONWEALTH", "UNION", "PRINCIPALITY", "SULTANATE", "DUCHY", "FEDERATION",
        "REPUBLIQUE", "ROYAUME", "ETAT", "PRINCIPAUTE", "SULTANAT", "DUCHE", "REPUBLICA", "REINO", "ESTADO", "PRINCIPADO", "SULTANATO",
        "DUCADO", .. Folded("Республика Королевство Государство Княжество Султанат Герцогство Федерация Содружество Союз"),
    ];

    private static readonly HashSet<string> Qualities =
    [
        "FEDERAL", "FEDERATIVE", "DEMOCRATIC", "SOCIALIST", "ISLAMIC", "ARAB", "PEOPLE", "S", "UNITED", "COOPERATIVE", "CO", "OPERATIVE",
        "BOLIVARIAN", "PLURINATIONAL", "INDEPENDENT", "HASHEMITE", "ORIENTAL", "GRAND", "GRAN", "FEDERALE", "DEMOCRATIQUE", "SOCIALISTE",
        "ISLAMIQUE", "ARABE", "POPULAIRE", "UNIE", "BOLIVARIENNE", "PLURINATIONAL", "INDEPENDANT", "HACHEMITE", "ORIENTALE", "FEDERATIVA",
        "DEMOCRATICA", "SOCIALISTA", "ISLAMICA", "POPULAR", "UNIDA", "COOPERATIVA", "BOLIVARIANA", "INDEPENDIENTE", "HACHEMITA",
        .. Folded("Федеративная Федеральная Демократическая Социалистическая Исламская Арабская Народная Объединенная Кооперативная"),
        .. Folded("Боливарианская Многонациональное Независимое Хашимитское Восточная Великое"),
    ];

    private static readonly HashSet<string> Links =
        ["OF", "DE", "DU", "DES", "D", "DEL", "LA", "LE", "LES", "L", "EL", "LOS", "LAS"];

    private static readonly HashSet<string> China = ["CHINA", "CHINE", .. Folded("Китай")];
    private static readonly HashSet<string> ThePeoples = ["PEOPLE", "POPULAIRE", "POPULAR", .. Folded("Народная")];

    private static readonly HashSet<string> Congo = ["CONGO", .. Folded("Конго")];

    private static IEnumerable<string> Folded(string words) => words.Split(' ').Select(FoldedText.Of);

    /// <summary>A name as the catalogue looks it up: without articles, and with Saint written out.</summary>
    public static string Key(string name) =>
        string.Join(' ', FoldedText.Of(name).Split(' ').Where(w => w != "THE").Select(w => w == "ST" ? "SAINT" : w));

    /// <summary>What a text may be looked up as, the likeliest first.</summary>
    public static IEnumerable<string> Keys(string text)
    {
        var written = new[] { Key(text), Key(Turned(text)) }.Distinct().Where(k => k.Length > 0).ToList();
        return written.Concat(written.Select(Bare).OfType<string>());
    }

    // "Korea, Republic of" and "Korea (Republic of)" are the Republic of Korea.
    private static string Turned(string text) => text.TrimEnd(' ', ')').Split([',', '('], 2) is [var name, var form]
        ? $"{form} {name}"
        : text;

    // Without the form of the State. China's name must not come out of another's, nor the Congo's out of that of the Democratic Republic.
    private static string? Bare(string key)
    {
        var words = key.Split(' ');
        var at = Skip(words, 0, Qualities);
        var isForm = at < words.Length && Forms.Contains(words[at]);
        at = isForm ? Skip(words, Skip(words, at + 1, Qualities), Links) : Skip(words, 0, Links);
        var isChina = at < words.Length && China.Contains(words[at]);
        if (at < words.Length && Congo.Contains(words[at]) && words[..at].Any(Qualities.Contains))
            return null;
        return at > 0 && at < words.Length && (!isChina || words[..at].Any(ThePeoples.Contains))
            && string.Join(' ', words[at..]) is { Length: > LongestCode } name ? name : null;
    }

    private static int Skip(string[] words, int at, HashSet<string> skipped)
    {
        while (at < words.Length && skipped.Contains(words[at]))
            at++;
        return at;
    }
}
