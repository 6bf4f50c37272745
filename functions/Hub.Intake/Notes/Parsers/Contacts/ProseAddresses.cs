using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>
/// Finds the stretches of running text that give an address: a street with a number, a building or a box, then what is set off by commas
/// up to a town. "… is housed at 22 Mint Street, Valletta VLT 1330, and can be …"
/// </summary>
internal static partial class ProseAddresses
{
    private const int Longest = 140;
    private const int MostPieces = 6;
    private const int LongestPiece = 90;

    /// <summary>The stretches, in order; each ends with its town. First those that begin as addresses do, then those that end so.</summary>
    public static IEnumerable<Span> In(NoteText note, Span within) =>
        Begun(note, within).Concat(Ended(note, within)).Select(s => Whole(note, within, s)).OfType<Span>();

    /// <summary>The address that a stretch is the end of, where a comma stands before it; null where its beginning cannot be told.</summary>
    public static Span? Whole(NoteText note, Span within, Span address)
    {
        for (var pieces = 0; ; pieces++)
        {
            var before = note.Plain[within.Start..address.Start].TrimEnd();
            if (!before.EndsWith(','))
                return address;
            var from = before[..^1].AsSpan().LastIndexOfAny(",.;:\n(") + 1;
            var piece = before[from..^1];
            if (pieces == MostPieces || piece.Length > LongestPiece)
                return null;
            if (HouseNumber().IsMatch(piece))
                address = Span.Between(within.Start + from + (piece.Length - piece.TrimStart().Length), address.End);
            else if (Lead().Match(piece) is { Success: true } lead && Line().IsMatch(lead.Groups["rest"].Value.Trim()))
                return Span.Between(within.Start + from + lead.Groups["rest"].Index, address.End);
            else if (Line().IsMatch(piece.Trim()) && IsPlace().IsMatch(piece))
                address = Span.Between(within.Start + from + (piece.Length - piece.TrimStart().Length), address.End);
            else
                return null;
        }
    }

    // "… sits at La Chaussee Building, Brown Sequard Street, Port Louis 11328": back from the town over what commas set off.
    private static IEnumerable<Span> Ended(NoteText note, Span within)
    {
        foreach (Match town in TownBehindComma().Matches(note.Plain[within.Start..within.End]))
        {
            var (comma, end) = (within.Start + town.Index, within.Start + town.Groups["town"].Index + town.Groups["town"].Length);
            if (!HasPostcode().IsMatch(town.Groups["town"].Value) && !Zones.IsCity(town.Groups["town"].Value))
                continue;
            var from = Math.Max(within.Start, comma - Longest);
            var before = note.Plain[from..comma];
            var start = Break().Matches(before) is [.., var last] ? last.Index + last.Length : 0;
            if (Beginning(before[start..]) is { } at && before[(start + at)..] is var lines && IsPlace().IsMatch(lines)
                && !NotOfAddress().IsMatch(lines) && !No().IsMatch(lines))
                yield return Span.Between(from + start + at, end);
        }
    }

    // Where the lines of an address begin that a text ends with.
    private static int? Beginning(string text)
    {
        int? begin = null;
        for (var end = text.Length; end > 0;)
        {
            var comma = text.LastIndexOf(',', end - 1);
            var piece = text[(comma + 1)..end];
            if (Line().IsMatch(piece.Trim()))
                begin = comma + 1 + (piece.Length - piece.TrimStart().Length);
            else
                return Lead().Match(piece) is { Success: true } lead && Line().IsMatch(lead.Groups["rest"].Value.Trim())
                    ? comma + 1 + lead.Groups["rest"].Index
                    : begin;
            end = Math.Max(comma, 0);
        }
        return begin;
    }

    private static IEnumerable<Span> Begun(NoteText note, Span within)
    {
        foreach (Match anchor in Anchor().Matches(note.Plain[within.Start..within.End]))
        {
            var start = within.Start + anchor.Groups["at"].Index;
            var text = note.Plain[start..Math.Min(within.End, start + Longest)];
            text = text[..EndIn(text)];
            if (No().IsMatch(text.Split(',')[0]) || Town(text) is not { } length)
                continue;
            yield return new(start, length);
        }
    }

    /// <summary>Where an address ends at the latest that a text begins with.</summary>
    public static int EndIn(string text) => End().Match(text) is { Success: true } end ? end.Index : text.Length;

    // Up to the last piece that can be a town, behind pieces that can be lines of an address.
    private static int? Town(string text)
    {
        var (at, town, pieces) = (0, (int?)null, 0);
        foreach (Match piece in Piece().Matches(text))
        {
            if (piece.Index != at || ++pieces > MostPieces)
                break;
            var words = piece.Groups["words"].Value.Trim();
            at = piece.Index + piece.Length;
            if (pieces > 1 && !Line().IsMatch(words) || NotOfAddress().IsMatch(words))
                break;
            // A town alone is never the first; with its postcode behind, it may be all there is behind a street.
            if (pieces > 1 && City().IsMatch(words))
                town = piece.Groups["words"].Index + piece.Groups["words"].Value.TrimEnd().Length;
        }
        return town;
    }

    // What an address begins with, behind a word that leads to one.
    [GeneratedRegex(
        @"(?:(?<=\b(?i:at|to|is|are|in|on|a|au|aux|en|es|est|sise?|sit[oa]|situee?|installee?|trouve|logee?|ubicad[oa]|premises|address|adresse|direccion|sede|siege|box|postales|son|of)[\s:]{1,2}(?:the |la |le |l'|el )?)"
        + @"|(?<=[:(,]\s{0,2})|(?<=^|\n)[ \t]{0,12})(?<at>"
        + @"\d{1,4}[A-Za-z]?(?:-\d{1,4}){0,3},?\s{1,2}(?:\p{Lu}|(?:rue|avenue|boulevard|place|quai|corniche|allee|chemin|route|impasse|cours)\b)"
        + @"|(?i:rue|avenue|boulevard|place|quai|corniche|calle|avenida|av\.|paseo|plaza|carrera|diagonal|jiron|calzada|camino|edificio|immeuble|cite|tour|batiment|plot|block)\s"
        + @"|(?:\d{2} )?(?i:P\.?\s?O\.?\s?Box|Private Bag|B\.?P\.?|C\.?P\.?|Boite postale|Apartado|Casilla)\s"
        + @"|\p{Lu}[\p{L}'.-]{2,30}(?:[ \n](?:\p{Lu}[\p{L}.'-]{0,20}|de|del|la|las|los|du|des|of)){0,3}[ \n](?:No\.? ?|N\.?[°º]? ?|n\.?[°º] ?)?\d{1,4}[a-zA-Z]?(?![\d.:/]))")]
    private static partial Regex Anchor();

    [GeneratedRegex(
        @"[;@:()#]|(?<!\b(?i:P\.O|\p{L}))\.\s+(?=\p{Lu}\p{Ll}{2})|\.$|\n\s*\n|\s[-–]\s|\+\s?\d|\S{1,64}@"
        + @"|,?\s(?i:and|et|y|e|ou|or|o|tel|telephone|telefono|phone|fax|telecopie|e-?mail|courriel|correo|mail|by|par|por|with|con|avec|where|ou|donde|which|que|qui|from|since|desde|depuis|before|as|up|its|his|their|the|on|is|are|messages|calls|la|le|los)\s")]
    private static partial Regex End();

    [GeneratedRegex(@"\G[\s,]{0,4}(?<words>(?:\d{1,4}[A-Za-z]?,\s)?[^,]{1,60})(?:,|$)")]
    private static partial Regex Piece();

    // Words in capitals, numbers, words for streets and buildings, and the small words between.
    [GeneratedRegex(
        @"^(?:\d{1,4}(?:st|nd|rd|th|e|er|eme|[°º])\s(?:floor|etage|piso)|(?:floor|level|nivel|piso|etage|secteur|sector|bloque|bloc|block|torre|tower|zona|zone|colonia|apartado|box|bp|b\.p\.|edificio|immeuble|batiment|galerie|bureau|\d{2} bp)\b.{0,30}"
        + @"|(?:\d{1,4}(?:,\s|\.[ªº]\s|\s))?(?:(?:rue|avenue|avenida|av\.|calle|boulevard|bulevar|place|plaza|plateau|chemin|corniche|quai|pasaje|paseo|complejo|segundo|ilot|lot|km)\s)?[\p{Lu}\d][\p{L}\d'./°º-]*"
        + @"(?:\s(?:[\p{Lu}\d][\p{L}\d'./°º-]*|de|du|des|del|la|le|les|el|los|las|of|the|esq\.|esquina|ter|bis|s/n|prolongee|sud|nord|d'[\p{L}]+|l'[\p{L}]+)){0,7}|corniche (?:sud|nord))$")]
    private static partial Regex Line();

    [GeneratedRegex(
        @"^(?:(?:[A-Z]{1,3}[ -]?)?\d{3,6}(?:-\d{3,4})?\s+\p{Lu}[^\d]{2,30}"
        + @"|\p{Lu}[\p{L}'. -]{1,30}?(?:\s+(?:(?:[A-Z]{1,3}\s?-?)?\d{2,6}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}))?)$")]
    private static partial Regex City();

    [GeneratedRegex(
        @"\b(?:" + AddressParts.Months + "|may|mayo" + @"|article|articles|articulo|convention|convencion|protocol|protocole|protocolo|paragraph"
        + @"|decree|decreto|decret|law|ley|loi|act|note|nota|circular|resolution|arrete|order|series|annex|annexe|anexo|chapter|chapitre|capitulo|part|volume|title|regulation|section|states|telephone|heures?|horas?|hours|days|jours|dias)\b", RegexOptions.IgnoreCase)]
    private static partial Regex No();

    [GeneratedRegex(@"\b(?:mission|table|schedule|part|annex|chapter|convention|article|articulo|secretar|republic|republique|republica|authority|autorite|autoridad|ministry|ministere|ministerio|interpol|monday|friday|lundi|vendredi|lunes|viernes|vienna|vienne|viena)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotOfAddress();

    // What cannot be in an address: it begins behind that.
    [GeneratedRegex(@"[;:()|*•\t]|\n\s*\n|\n(?=[ \t]{0,12}\p{Lu}[\p{L} ]{2,40}\s?:)|(?<!\b(?i:P\.O|esq|av|\p{L}))\.\s|\s[-–]\s|\S{1,64}@\S{1,64}")]
    private static partial Regex Break();

    [GeneratedRegex(
        @"^[\s\S]*\b(?i:at|to|in|on|occupies|occupy|is|are|now|a|au|aux|en|es|est|sis|sise|sita|sito|trouve|occupe)\s{1,3}(?:the\s|la\s|le\s|les\s|el\s|l')?(?<rest>(?:rue|avenue|boulevard|place|plateau|chemin|corniche|quai|calle|avenida|bulevar|pasaje|paseo|immeuble|edificio|torre|tour|batiment|[\p{Lu}\d])[^\n]*)$")]
    private static partial Regex Lead();

    [GeneratedRegex(
        @",[ \n]{1,3}[ \t]{0,40}(?<town>(?:(?:[A-Z]{1,3}[ -]?)?\d{3,6}(?:-\d{3,4})?[ \n]{1,2})?\p{Lu}[\p{L}'-]{2,20}(?:[ \n]{1,2}\p{Lu}[\p{L}'-]{1,20}){0,2}"
        + @"(?:[ \n]{1,2}(?:(?:[A-Z]{1,3}[ -]?)?\d{3,6}(?:-\d{3,4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d))?)(?=[.,;:)(\s]|$)")]
    private static partial Regex TownBehindComma();

    [GeneratedRegex(@"^\s{0,40}\d{1,4}\s?[A-Za-z]?\s{0,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex HouseNumber();

    [GeneratedRegex(@"\d{3}|[A-Z]\d[A-Z]")]
    private static partial Regex HasPostcode();

    // A number, or a word for a street or a building.
    [GeneratedRegex(
        @"\d|\b(?i:street|road|avenue|lane|drive|building|house|tower|annex|stadium|rue|boulevard|place|chemin|corniche|quai|immeuble|batiment|palais|calle|avenida|bulevar|plaza|edificio|torre|complejo|carretera|pasaje|paseo|via)\b")]
    private static partial Regex IsPlace();
}
