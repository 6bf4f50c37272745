using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>Finds declarations on the legal basis of extradition (UNTOC art. 16(5)(a), UNCAC art. 44(6)(a)).</summary>
internal static class LegalBases
{
    private const int Reach = 120;
    private const int Back = 400;

    /// <summary>What is declared: one for each convention, in the sentence that speaks of a legal basis.</summary>
    public static IReadOnlyList<Found<LegalBasis>> In(NoteText note, IReadOnlyList<Found<NamedPair>> pairs) =>
        [.. Said(note, pairs).GroupBy(f => f.Value.Instrument).Select(g => g.Last())];

    /// <summary>Whether one convention is said to be a legal basis, and to be none.</summary>
    public static bool Contradict(NoteText note, IReadOnlyList<Found<NamedPair>> pairs) =>
        Said(note, pairs).GroupBy(f => f.Value.Instrument).Any(g => g.DistinctBy(f => f.Value.Value).Count() > 1);

    private static List<Found<LegalBasis>> Said(NoteText note, IReadOnlyList<Found<NamedPair>> pairs)
    {
        var parser = new PairParser(note);
        return
        [
            .. from phrase in note.All(Concept.LegalBasis, note.Body)
               where !IsAsked(note, phrase)
               from found in Of(note, parser, pairs, phrase)
               select found,
        ];
    }

    private static bool IsAsked(NoteText note, Span phrase) =>
        note.SentenceAt(phrase.Start) is var s && note.Plain[s.Start..s.End].Contains('?', StringComparison.Ordinal);

    private static IEnumerable<Found<LegalBasis>> Of(NoteText note, PairParser parser, IReadOnlyList<Found<NamedPair>> pairs, Span phrase)
    {
        var sentence = note.SentenceAt(phrase.Start);
        // "It does not take that Convention as the legal basis": which one, the sentence before says.
        var instruments = Meant(parser.InstrumentsIn(sentence));
        if (instruments.Count == 0)
            instruments = Meant(parser.InstrumentsIn(Span.Between(Math.Max(note.Body.Start, sentence.Start - Back), sentence.Start)));
        if (instruments.Count == 0)
            instruments = Meant(pairs.Where(p => p.Value.IsLegalBasis).Select(p => p.Value.Pair.Instrument));
        return instruments.Count == 1 ? [Declared(note, phrase, sentence, instruments[0])] : [];
    }

    // Extradition has a basis in these two.
    private static List<Instrument> Meant(IEnumerable<Instrument> instruments) =>
        [.. instruments.Where(i => i is Instrument.Untoc or Instrument.Uncac).Distinct()];

    private static Found<LegalBasis> Declared(NoteText note, Span phrase, Span sentence, Instrument instrument)
    {
        var before = Span.Between(Math.Max(sentence.Start, phrase.Start - Reach), phrase.Start);
        // The abbreviation of a number is no negation.
        var denied = note.All(Concept.Not, before)
            .Any(n => n.End < note.Plain.Length && note.Plain[n.End] is not ('.' or '\u00B0' or '\u00BA'));
        return new(new(instrument, denied ? LegalBasisValue.No : LegalBasisValue.Yes), sentence, 0.9);
    }
}
