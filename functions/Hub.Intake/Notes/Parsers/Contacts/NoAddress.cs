using System.Text.RegularExpressions;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Tells what looks like an address and is none: days, laws, other offices, and places that an office has left.</summary>
internal static partial class NoAddress
{
    /// <summary>Whether a text is a day; or what a note speaks of, where no street or building is named after it.</summary>
    public static bool IsOther(string text) => Date().IsMatch(text) || (NoLine().IsMatch(text) && !PlaceWords.HasStreet(text));

    /// <summary>Whether the words before an address say that it was left, and none behind them that it was come to.</summary>
    public static bool IsLeft(string before) =>
        Left().Matches(before) is [.., var left] && !Arrived().IsMatch(before[(left.Index + left.Length)..]);

    // A place that was left, if no other is named behind it.
    [GeneratedRegex(
        @"\b(?:vacated|(?:has|have|had) left|left (?:its|the|their)|leaves|moved (?:out of|from|away)|gave up|given up|abandon\w{0,5}|evacu\w{0,4}|desaloj\w{1,4}|ha dejado|dejo|dejara|quitt\w{1,5}"
        + @"|liber[ea]r?|a libere|demenag\w{1,5} d[eu]|(?:former|old|previous) (?:premises|address|rooms|offices?|seat|quarters at)|ancien(?:ne)?s? (?:locaux|adresse|siege|bureaux)"
        + @"|(?:antigu[oa]s?|anterior(?:es)?) (?:sede|locales|domicilio|direccion|oficinas?)|no longer|n'est plus|ya no|instead of|au lieu d|en lugar de)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Left();

    [GeneratedRegex(
        @"\b(?:now|new|to|moved|received|occup\w{1,5}|desormais|install\w{1,5}|nouve\w{1,4}|s'etablit|instalad[oa]s?|nuev[oa]s?|ahora|traslad\w{1,4}|atienden?|pasado)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Arrived();

    [GeneratedRegex(
        @"\b(?:" + AddressParts.Months + @"),?\s(?:de\s|del\s)?(?:19|20)\d{2}\b|\b(?:" + AddressParts.Months + @")\s\d{1,2},?\s(?:19|20)\d\d\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Date();

    [GeneratedRegex(
        @"\b(?:article|articles|articulos?|convention|convencion|protocol|protocole|protocolo|paragraph|parrafo|paragraphe"
        + @"|decree|decreto|decret|law|ley|loi|note|nota|circular|resolution|arrete|order|series|chapter|chapitre|capitulo|volume|title|regulation|section|states"
        + @"|heures?|horas?|hours|days|jours|dias|mission|mision|secretaria|republic|republique|republica|authority|autorite|autoridad|ministry|ministere|ministerio"
        + @"|interpol|monday|friday|lundi|vendredi|lunes|viernes|vienna|vienne|viena|the office|extension|poste|ext\.?|telephone|telefono)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoLine();
}
