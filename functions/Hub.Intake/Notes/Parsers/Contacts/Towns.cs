using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>A town of an address, with its postcode where that stands beside it.</summary>
/// <param name="City">Its name, with the number of its district.</param>
/// <param name="Postcode">The postcode.</param>
internal sealed record Town(Span City, Span? Postcode);

/// <summary>
/// Tells the town from the other parts of an address: by a postcode before or behind it, as the States write them, or by its name.
/// </summary>
/// <remarks>towns.tsv: capitals, and seats of authorities, as they are called in English, French, Spanish and at home.</remarks>
internal static partial class Towns
{
    private const int LeastDigits = 4;

    private static readonly FrozenSet<string> Names =
        Lexicon.Rows("Hub.Intake.Notes.Parsers.Contacts.towns.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Parts of federations that stand between a town and its postcode; the letters of others are the postcode's own.
    private static readonly FrozenSet<string> Regions =
        "ACT NSW VIC QLD SA WA TAS NT DC NY NJ MD VA CA FL TX MA IL PA ON QC BC AB DF SP RJ MG".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether there is a town of that name, whatever district of it is meant.</summary>
    public static bool IsKnown(string name) => Names.Contains(District().Replace(name.Trim(), ""));

    /// <summary>The town that a part of an address is; null where nothing says that it is one.</summary>
    /// <param name="note">The note.</param>
    /// <param name="part">The part.</param>
    /// <param name="isFirst">Whether the address begins with it: a street may look like a town with its postcode.</param>
    public static Town? At(NoteText note, Span part, bool isFirst)
    {
        var text = note.Plain[part.Start..part.End];
        if (IsKnown(text))
            return new(In(part, Province().Match(text).Groups["city"]), null);
        if (PlaceWords.HasStreet(text) || PostcodeAt(note, part) is not null)
            return null;
        if (Front().Match(text) is { Success: true } front && IsName(front.Groups["city"].Value)
            && (!isFirst || front.Groups["pc"].Value.Count(char.IsDigit) >= LeastDigits || IsKnown(front.Groups["city"].Value)))
            return new(In(part, front.Groups["city"]), In(part, front.Groups["pc"]));
        return Back().Match(text) is { Success: true } back && IsName(back.Groups["city"].Value)
            && (IsKnown(back.Groups["city"].Value)
                || (!isFirst && (back.Groups["pc"].Value.Count(char.IsDigit) >= LeastDigits || back.Groups["pc"].Value.Any(char.IsLetter))))
                ? Behind(part, back)
                : null;
    }

    /// <summary>Whether a part is what a town is set apart with: "D. C.", "NSW 2000".</summary>
    public static bool IsRegion(string text) => Initials().IsMatch(text)
        || (text.Length is > 1 and < 16 && Regions.Contains(text.Split(' ')[0])
            && text.Skip(3).All(c => char.IsDigit(c) || c is '-' or ' '));

    /// <summary>The postcode that a part of an address is, with a label or without.</summary>
    public static Span? PostcodeAt(NoteText note, Span part) =>
        Alone().Match(note.Plain[part.Start..part.End]) is { Success: true } match ? In(part, match.Groups["pc"]) : null;

    /// <summary>Whether a part of an address may be the name of a town, or of something else.</summary>
    public static bool IsName(string text) =>
        Name().IsMatch(text) && !NoTown().IsMatch(text) && !PlaceWords.HasStreet(text) && PlaceWords.IsLine(text);

    // "Canberra ACT 2601": the region goes with the town.
    private static Town Behind(Span part, Match back)
    {
        var (city, postcode) = (In(part, Province().Match(back.Groups["city"].Value).Groups["city"]), In(part, back.Groups["pc"]));
        var letters = back.Groups["letters"];
        return letters.Success && Regions.Contains(letters.Value.Trim())
            ? new(city.With(new(part.Start + letters.Index, letters.Value.TrimEnd().Length)), Span.Between(
                part.Start + letters.Index + letters.Length, postcode.End))
            : new(city, postcode);
    }

    private static Span In(Span part, Group group) => new(part.Start + group.Index, group.Value.TrimEnd().Length);

    // Before a town: 1010, 75004, 01001, LT-01188, HT 6110, 2511 DP, 111 52, 00-950, 1000-205, 100-0013, C1007AAB.
    private const string Codes = @"(?:[A-Z]{1,3}[ -]?)?(?:\d{3}\s\d{2,3}|\d{2,5}-\d{3,4}|\d{3,7})";

    [GeneratedRegex(
        @"^(?<pc>" + Codes + @"(?:\s?[A-Z]{2,3}\b)?)\s?[-,]?\s{1,3}(?<city>\p{Lu}.*)$",
        RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Front();

    // Behind it also SW1A 2AH, K1A 0P9, D02 XY45.
    [GeneratedRegex(
        @"^(?<city>\p{Lu}\D*?)\s?[-,/]?\s{1,3}(?<pc>(?<letters>[A-Z]{2,3}[ -]?)?(?:\d{3}\s\d{3}|\d{2,5}-\d{3,4}|\d{3,7})"
        + @"|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[\dW]\s?[A-Z\d]{4}|[A-Z]{1,2}\d{3,5})$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Back();

    [GeneratedRegex(
        @"^(?:(?i:c\.?\s?p\.?|codigo postal|code postal|post\s?code|postal code|zip(?: code)?|pin(?: code)?|npa|plz)\s?(?:no\.?|n[°º]\.?)?[:.]?\s{0,3}(?<pc>[A-Z\d][A-Z\d -]{1,9})"
        + @"|(?<pc>" + Codes + @"|[A-Z]\d[A-Z]\s?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|[A-Z]\d[\dW]\s?[A-Z\d]{4}|[A-Z]\d{4}[A-Z]{3}))$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^\p{Lu}[\p{L}'.\s(),-]*(?:\s\d{1,2})?$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\b(?:no\.?$|nr|num|ref|note|nota|oficio|ministry|ministere|ministerio|mission|mision|direct\w+|department|departement|departamento|office|oficina"
        + @"|article|articulo|law|loi|ley|tel|fax|decree|decreto|unit|unidad|unite|authority|autorite|autoridad|division|section|" + AddressParts.Months + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex NoTown();

    [GeneratedRegex(@"^(?:\p{Lu}\.\s?){1,2}\p{Lu}\.?$", RegexOptions.NonBacktracking)]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(?<city>[^(]*)", RegexOptions.NonBacktracking)]
    private static partial Regex Province();

    // "Praha 1", "Ouagadougou 01", "Paris Cedex 07", "Bogota, D. C.", "Ottawa (Ontario)".
    [GeneratedRegex(
        @"(?:\s\d{1,2}|\s(?:cedex|CEDEX|Cedex)(?:\s\d{1,2})?|,?\s(?:\p{Lu}\.\s?){1,2}\p{Lu}\.?|\s\(\p{Lu}[\p{L} -]+\)|\s[A-Z]{2,3})$",
        RegexOptions.NonBacktracking)]
    private static partial Regex District();
}
