using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers.Contacts;

/// <summary>A field that has one value, and two sentences that give it different ones.</summary>
internal sealed record TwoValues(string Field, Span First, Span Second);

/// <summary>Finds what a note says twice, and differently: each sentence is read by itself.</summary>
internal sealed partial class ContactContradictions(NoteText note, StateCatalog states, StateCode? state)
{
    private const int MostSentences = 300;
    private const int Lead = 60;
    private readonly List<Span> _sentences = [.. note.Sentences(note.Body).Take(MostSentences)];

    /// <summary>All of it.</summary>
    public IReadOnlyList<TwoValues> All() =>
    [
        .. new[]
        {
            // Who takes requests in urgent cases only, and no others, says one thing.
            Of("interpolAccepted", s => Interpol.In(note, s)?.Value is { } said and not InterpolAcceptance.UrgentOnly ? $"{said}" : null),
            Of("timeZone", s => Zones.In(note, s, state)?.Value),
            Of("postalAddress", Address),
            Of("phones", s => Stated(
                s, Concept.PhoneLabel, Numbers(s, p => p is { IsPhone: true, IsFax: false, Phone.Purpose: PhonePurpose.Office }))),
            Of("fax", s => Stated(s, Concept.FaxLabel, Numbers(s, p => p is { IsFax: true, IsPhone: false }))),
            Of("emails", s => Stated(s, Concept.EmailLabel, [.. Addresses.Emails(note, s)])),
            Hours(),
        }.OfType<TwoValues>(),
    ];

    private List<Found<string>> Numbers(Span sentence, Func<NamedPhone, bool> isMeant) =>
        [.. Phones.In(note, sentence).Where(p => isMeant(p.Value)).Select(p => new Found<string>(p.Value.Phone.Number, p.Span))];

    private TwoValues? Of(string field, Func<Span, string?> read)
    {
        var said = _sentences.Select(s => (Sentence: s, Value: read(s))).Where(s => s.Value is not null).ToList();
        return said.Find(s => !s.Value!.Equals(said[0].Value, StringComparison.OrdinalIgnoreCase)) is { Value: not null } other
            ? new(field, said[0].Sentence, other.Sentence)
            : null;
    }

    // Mornings and afternoons are two sentences; the same hour is open or not.
    private TwoValues? Hours()
    {
        var said = _sentences.Select(s => (Sentence: s, Hours: Contacts.Hours.In(note, s).Select(h => h.Value).ToList()))
            .Where(s => s.Hours.Count > 0).ToList();
        return said.Find(s => said[0].Hours.Any(a => s.Hours.Any(b => a != b && Overlap(a, b)))) is { Hours.Count: > 0 } other
            ? new("officeHours", said[0].Sentence, other.Sentence)
            : null;
    }

    private static bool Overlap(OfficeHours a, OfficeHours b) => a.Day == b.Day && a.From < b.To && b.From < a.To;

    // "Its address is …": what receives parcels, or is called postal, is another one.
    private string? Address(Span sentence) =>
        note.First(Concept.AddressLabel, sentence) is { } label && IsTheOne(Span.Between(sentence.Start, label.End), label)
        && new PostalAddresses(note, states, state).In(sentence, []) is { City: { } city, Lines: [var line, ..] }
            ? $"{line.Value}, {city.Value}"
            : null;

    // The one value of a sentence that says which it is.
    private string? Stated(Span sentence, Concept label, List<Found<string>> values) =>
        values is [var only]
        && note.All(label, Span.Between(Math.Max(sentence.Start, only.Span.Start - Lead), only.Span.Start)).LastOrDefault()
            is { Length: > 0 } words && IsTheOne(sentence, words) ? only.Value : null;

    private bool IsTheOne(Span sentence, Span label) =>
        The().IsMatch(note.Plain[sentence.Start..label.Start]) && !Another().IsMatch(note.Plain[sentence.Start..sentence.End])
        && !Plural().IsMatch(note.Plain[label.Start..label.End]);

    // Its label begins a line, or "its", "the", "the new" leads to it.
    [GeneratedRegex(
        @"(?:^\W*|\n\W*|\b(?:its|the|their|son|sa|le|la|leur|su|el)\s(?:new\s|present\s|nouveau\s|nouvelle\s|nuevo\s|nueva\s|official\s)?|\bl')$",
        RegexOptions.IgnoreCase)]
    private static partial Regex The();

    [GeneratedRegex(
        @"\b(?:second|also|another|additional|other|alternativ\p{L}*|mobile|postal|mailing|visit\p{L}*|street|urgent\p{L}*|duty|direct|either|and|or|aussi|egalement|autre|deuxieme|et|ou"
        + @"|postale|visite|portable|segund[oa]|tambien|otr[oa]|adicional|movil|celular|y|o|former\p{L}*|old|ancien\p{L}*|antigu[oa]|anterior|until|jusqu\p{L}*|hasta|not|no|pas|plus)\b",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Another();

    [GeneratedRegex(@"(?:phones|telephones|numbers|faxes|mails|emails|addresses|telefonos|numeros|correos|courriels|adresses|direcciones)$", RegexOptions.IgnoreCase)]
    private static partial Regex Plural();
}
