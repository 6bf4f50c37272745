using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>Reads addresses whose town has a row of its own, under another than the street: forms and tables.</summary>
internal sealed partial class AddressRows(NoteText note, AddressParts parts)
{
    private const int Reach = 3;

    private enum Kind
    {
        Other,
        Street,
        Postcode,
        Town,
        Country,
    }

    /// <summary>The address that rows of a stretch give; null where none is for a town.</summary>
    public NamedAddress? In(Span within)
    {
        var rows = Rows(within).ToList();
        var at = rows.FindIndex(r => r.Kind == Kind.Town);
        if (at < 0)
            return null;
        var near = rows.Skip(Math.Max(0, at - Reach)).Take((2 * Reach) + 1).ToList();
        var streets = near.Where(r => r.Kind == Kind.Street).Select(r => r.Value).ToList();
        // "Postal: Pier 4" right above "City: …".
        if (streets.Count == 0 && at > 0 && rows[at - 1] is { Kind: Kind.Other, Value: var above }
            && note.Plain[above.Start..above.End] is var text && PlaceWords.IsPlace(text) && PlaceWords.IsLine(text))
            streets = [above];
        var codes = near.Where(r => r.Kind == Kind.Postcode).Take(1).Select(r => r.Value);
        var country = near.Where(r => r.Kind == Kind.Country && parts.IsCountry(r.Value)).Take(1).Select(r => r.Value);
        return streets.Count == 0 ? null : parts.Read(streets, [.. parts.Parts(rows[at].Value), .. codes, .. country], isOneLine: true);
    }

    private IEnumerable<(Kind Kind, Span Value)> Rows(Span within)
    {
        for (var at = within.Start; at < within.End;)
        {
            var line = note.LineAt(at);
            at = line.End + 1;
            if (Row().Match(note.Plain[line.Start..line.End]) is not { Success: true } row)
                continue;
            var (label, value) = (row.Groups["label"], row.Groups["value"]);
            yield return (
                KindOf(new(line.Start + label.Index, label.Length), value.Value),
                parts.Trim(new(line.Start + value.Index, value.Length)));
        }
    }

    private Kind KindOf(Span label, string value) =>
        note.Has(Concept.TownLabel, label) ? Kind.Town
        : note.Has(Concept.PostcodeLabel, label) ? Kind.Postcode
        : CountryLabel().IsMatch(note.Plain[label.Start..label.End]) ? Kind.Country
        : !value.Contains('@', StringComparison.Ordinal)
            && (note.Has(Concept.AddressLabel, label)
                || (PlaceWords.HasStreet(note.Plain[label.Start..label.End]) && PlaceWords.IsPlace(value)))
                ? Kind.Street : Kind.Other;

    [GeneratedRegex("^(?:country|state|pays|etat|pais|estado)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex CountryLabel();

    [GeneratedRegex(
        @"^[\s|*•·-]*(?:\(?\d{1,2}[.)]{1,2}\s+|\(?[a-zA-Z]{1,4}\)\s+|[A-Z]\d\s+)?(?<label>\p{L}[^:|\t\n]{1,40}?)[ \t]*(?:[:|\t]|\.{3,}|…|[ ]{3,})[ \t.:|…]*(?<value>[^\s|][^|]*)",
        RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
