using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The State that speaks: the one whose mission or ministry pays its compliments.</summary>
internal static class SpeakingState
{
    private const int MostWords = 9;

    /// <summary>The State; null where none is named, or several.</summary>
    public static Found<StateCode>? In(NoteText note, StateCatalog states)
    {
        var end = note.Opening?.End ?? note.Plain.Length;
        var offices = note.Lexicon[Concept.OfficeOf].Loosely(note.Plain, Span.Between(0, end));
        var found = offices.Select(office => At(note, office.End, states)).OfType<Found<StateCode>>().ToList();
        return found.DistinctBy(f => f.Value).Count() == 1 ? found[^1] : null;
    }

    private static Found<StateCode>? At(NoteText note, int start, StateCatalog states)
    {
        var within = Span.Between(start, Math.Min(note.Plain.Length, start + 120));
        var form = new Span(start, note.Lexicon[Concept.FormOfState].AtStart(note.Plain, within));
        // "Democratic Republic of the Congo" is another State than the Congo.
        return Named(note, start, states) ?? Named(note, form.End, states);
    }

    // The longest name wins: Guinea is the beginning of Guinea-Bissau.
    private static Found<StateCode>? Named(NoteText note, int start, StateCatalog states)
    {
        var ends = WordEnds(note.Plain, start).Take(MostWords).Reverse();
        foreach (var end in ends)
            if (states.TryFind(note.Plain[start..end].Trim().TrimEnd(','), out var state, out _))
                return new(state.Alpha3, Span.Between(start, end), 0.95);
        return null;
    }

    private static IEnumerable<int> WordEnds(string text, int start)
    {
        for (var i = start; i < text.Length && i < start + 100; i++)
            if ((char.IsLetterOrDigit(text[i]) || text[i] is ')' or '.') && (i + 1 == text.Length || !char.IsLetterOrDigit(text[i + 1])))
                yield return i + 1;
    }
}
