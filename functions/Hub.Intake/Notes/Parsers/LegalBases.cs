using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Finds declarations on the legal basis of extradition (UNTOC art. 16(5)(a), UNCAC art. 44(6)(a)).</summary>
internal static class LegalBases
{
    private const int Reach = 120;

    /// <summary>The declaration; null where none is made, or it is not clear under which convention.</summary>
    public static Found<LegalBasis>? In(NoteText note, IReadOnlyList<Found<NamedPair>> pairs)
    {
        var named = pairs.Where(p => p.Value.IsLegalBasis).Select(p => p.Value.Pair.Instrument).Distinct().ToList();
        return named.Count == 1 && note.First(Concept.LegalBasis, note.Body) is { } phrase ? Declared(note, phrase, named[0]) : null;
    }

    private static Found<LegalBasis> Declared(NoteText note, Span phrase, Instrument instrument)
    {
        var sentence = note.SentenceAt(phrase.Start);
        var before = Span.Between(Math.Max(sentence.Start, phrase.Start - Reach), phrase.Start);
        // The abbreviation of a number is no negation.
        var denied = note.All(Concept.Not, before).Any(n => note.Plain[n.End] is not ('.' or '°' or 'º'));
        return new(new(instrument, denied ? LegalBasisValue.No : LegalBasisValue.Yes), sentence, 0.9);
    }
}
