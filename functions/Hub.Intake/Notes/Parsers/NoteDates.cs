using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Notices;

namespace Hub.Intake.Notes.Parsers;

/// <summary>The days that a note is of: when it was written, when it takes effect, when something ends.</summary>
internal static partial class NoteDates
{
    private const int FreshDays = 60;
    private const int NearNext = 400;

    /// <summary>The day it was written: under a label, beside the place, else the only date at its head or foot.</summary>
    public static DateHit? Written(NoteText note, DateOnly today)
    {
        if (Only(note.All(Concept.DateLabel, note.Whole).Where(l => note.LineAt(l.Start).Start >= l.Start - 12 || IsBehindGap(note, l))
            .Select(l => After(note, l.End)).OfType<DateHit>()) is { } labelled)
            return labelled;
        var edges = note.Opening is null ? [Span.Between(0, LineEnd(note, 8)), Span.Between(LastLines(note, 6), note.Plain.Length)]
            : new[] { note.Head, note.Foot };
        var outside = edges.SelectMany(region => Dates.In(note, region)).DistinctBy(d => d.Span).ToList();
        var placed = outside.Where(d => Place().IsMatch(note.Plain[Math.Max(0, d.Span.Start - 40)..d.Span.Start])).ToList();
        // Where a note has neither head nor foot, a date in its last lines is of what it says.
        var dates = (placed.Count > 0 || note.Opening is null ? placed : outside).DistinctBy(d => d.Value).ToList();
        return dates.Count == 1 ? dates[0] : Fresh(note, today);
    }

    // "Note: 19-26        Date: …"
    private static bool IsBehindGap(NoteText note, Span label) =>
        note.Plain.AsSpan(Math.Max(0, label.Start - 3), Math.Min(3, label.Start)).IsWhiteSpace() || note.Plain[label.Start - 1] == '\t';

    // On a short line at its beginning or end, or beside its reference: the one day of the last weeks.
    private static DateHit? Fresh(NoteText note, DateOnly today)
    {
        var edges = new[] { Span.Between(0, LineEnd(note, 8)), Span.Between(LastLines(note, 8), note.Plain.Length) };
        var fresh = edges.SelectMany(e => Dates.In(note, e)).DistinctBy(d => d.Span)
            .Where(d => d.Value is { } day && day <= today && today.DayNumber - day.DayNumber < FreshDays && IsBySelf(note, d)).ToList();
        return fresh.DistinctBy(d => d.Value).Count() == 1 ? fresh[0] : null;
    }

    private static bool IsBySelf(NoteText note, DateHit date)
    {
        var line = note.LineAt(date.Span.Start);
        var before = Span.Between(Math.Max(line.Start, date.Span.Start - 30), date.Span.Start);
        return !note.Has(Concept.Effective, before)
            && !note.Has(Concept.LastWords, before)
            && !note.Has(Concept.TheirReference, Span.Between(note.SentenceAt(date.Span.Start).Start, date.Span.Start))
            && (
                line.Length - date.Span.Length < 45
                || note.Has(Concept.ReferenceLabel, Span.Between(Math.Max(line.Start, date.Span.Start - 40), date.Span.Start)));
    }

    /// <summary>Two days that words for one introduce: for a first day, or for a last; null where all of them say the same.</summary>
    public static (Span First, Span Second)? Two(NoteText note, bool isLast)
    {
        var said = After(note, isLast ? Concept.LastDay : Concept.Effective)
            .Where(d => d.Value is not null && !IsOfRange(note, d)).ToList();
        return said.Find(d => d.Value != said[0].Value && note.SentenceAt(d.Span.Start) != note.SentenceAt(said[0].Span.Start)) is { } other
            ? (said[0].Span, other.Span) : null;
    }

    /// <summary>The day it takes effect: behind the words for it, else the one day in a sentence that says what changes.</summary>
    public static DateHit? Effective(NoteText note, IEnumerable<Span> acts, DateHit? written, NoticeKind? kind)
    {
        // The day of something new may stand anywhere; of what ends, or stays, only another day would be found.
        var isSaidOnly = kind is not (NoticeKind.NewDesignation or NoticeKind.ChangeOfDesignation or NoticeKind.ChangeOfContact);
        if (!isSaidOnly && HandOver.In(note, written) is { } handOver)
            return handOver.First;
        // Who has left its rooms has not ended.
        var ending = (kind is NoticeKind.ChangeOfContact ? Only(After(note, Concept.LastDay)) : Last(note, written))?.Span;
        var said = After(note, Concept.Effective).Where(d => d.Span != ending && !IsOfRange(note, d)).ToList();
        if (said.Count > 0)
            return Only(said);
        if ((Relative(note, written) ?? HandOver.DaysAfter(note, written)) is { } relative)
            return relative;
        if (isSaidOnly)
            return null;
        if (HandOver.NextDay(note) is { } next && (LastSaid(note) ?? BeforeNext(note, written))?.Value is { } last)
            return new(next, last.AddDays(1));
        var sentences = acts.Select(a => note.SentenceAt(a.Start)).Distinct();
        return Only(
                sentences
                    .SelectMany(s => Dates.In(note, s))
                    .Where(d => On().IsMatch(note.Plain[Math.Max(0, d.Span.Start - 14)..d.Span.Start]) && d.Span != ending
                        && !IsOfPaper(note, d))
            ) ?? Only(Dates.In(note, note.Body).Where(d => d.Value != written?.Value && d.Span != ending && !IsOfPaper(note, d)
                && !IsOfRange(note, d) && !IsLimit(note, d)));
    }

    // "On the date of this note", "the day after it".
    private static DateHit? Relative(NoteText note, DateHit? written) => written?.Value is not { } day ? null
        : note.First(Concept.NextDay, note.Body) is { } next && !IsCounted(note, next) ? new(next, day.AddDays(1))
        : note.First(Concept.SameDay, note.Body) is { } same && !IsCounted(note, same) ? new(same, day)
        : null;

    // "Thirty days from the date of this note" is another day.
    private static bool IsCounted(NoteText note, Span day) => Counted().IsMatch(note.Plain[Math.Max(0, day.Start - 40)..day.Start]);

    // The day of another paper: a note, a law, a meeting.
    private static bool IsOfPaper(NoteText note, DateHit date)
    {
        var sentence = note.SentenceAt(date.Span.Start);
        return note.Has(Concept.Paper, Span.Between(Math.Max(sentence.Start, date.Span.Start - 60), date.Span.Start))
            || Place().IsMatch(note.Plain[Math.Max(0, date.Span.Start - 40)..date.Span.Start]);
    }

    /// <summary>Whether a date stands behind a place: "Vienna, 12 May 2026".</summary>
    public static bool IsPlaced(NoteText note, DateHit date) =>
        Place().IsMatch(note.Plain[Math.Max(0, date.Span.Start - 40)..date.Span.Start]);

    // "From 1 to 3 March": a stretch of days.
    private static bool IsOfRange(NoteText note, DateHit date) =>
        To().IsMatch(note.Plain[date.Span.End..Math.Min(note.Plain.Length, date.Span.End + 30)])
        || From().IsMatch(note.Plain[Math.Max(0, date.Span.Start - 30)..date.Span.Start]);

    // "Before 1 March": by when something is wanted.
    private static bool IsLimit(NoteText note, DateHit date) =>
        Before().IsMatch(note.Plain[Math.Max(0, date.Span.Start - 20)..date.Span.Start]);

    private static DateHit? After(NoteText note, int index) =>
        Dates.At(note, Leader().Match(note.Plain, index) is { Success: true } gap ? gap.Index + gap.Length : index);

    private static int LineEnd(NoteText note, int lines)
    {
        var at = 0;
        for (var i = 0; i < lines && at < note.Plain.Length; i++)
            at = note.LineAt(at).End + 1;
        return Math.Min(at, note.Plain.Length);
    }

    private static int LastLines(NoteText note, int lines)
    {
        var at = note.Plain.TrimEnd().Length;
        for (var i = 0; i < lines && at > 0; i++)
            at = note.LineAt(Math.Max(0, at - 1)).Start;
        return at;
    }

    /// <summary>
    /// The last day of what ends: the day before what takes its place; behind the words for it; a day in a sentence that speaks of an end.
    /// </summary>
    public static DateHit? Last(NoteText note, DateHit? written = null) =>
        HandOver.In(note, written)?.Last ?? LastSaid(note) ?? DayBefore(note, written) ?? BeforeNext(note, written);

    /// <summary>The last day of an authority that ends and has no successor: else the one day on which it is said to end.</summary>
    public static DateHit? LastOf(NoteText note, IEnumerable<Span> acts, DateHit? written)
    {
        var begins = After(note, Concept.Effective).Select(d => d.Span).ToHashSet();
        return Last(note, written) ?? Only(
            from sentence in acts.Select(a => note.SentenceAt(a.Start)).Distinct()
            from day in Dates.In(note, sentence)
            where OnOrAfter().IsMatch(note.Plain[Math.Max(0, day.Span.Start - 20)..day.Span.Start])
            where !begins.Contains(day.Span) && !IsOfPaper(note, day)
            select day);
    }

    // "… on 30 September. Another takes its place on the following day": the day named before that.
    private static DateHit? BeforeNext(NoteText note, DateHit? written) => HandOver.NextDay(note) is not { } next ? null
        : Dates.In(note, Span.Between(Math.Max(note.Body.Start, next.Start - NearNext), next.Start))
            .LastOrDefault(d => d.Value is not null && d.Span != written?.Span && !IsPlaced(note, d) && !IsOfPaper(note, d));

    // "Ended with effect from" names the first day without it.
    private static DateHit? LastSaid(NoteText note)
    {
        var begins = After(note, Concept.Effective).Select(d => d.Span).ToHashSet();
        return Only(After(note, Concept.LastDay).Where(d => !begins.Contains(d.Span)))
            ?? Only(NearEnd(note).Where(d => !begins.Contains(d.Span)));
    }

    // "The day before": of the day that is said to be the first.
    private static DateHit? DayBefore(NoteText note, DateHit? written) => HandOver.DayBefore(note) is { } before
        && (Only(After(note, Concept.Effective)) ?? HandOver.DaysAfter(note, written))?.Value is { } first
            ? new(before, first.AddDays(-1)) : null;

    private static IEnumerable<DateHit> NearEnd(NoteText note) =>
        from date in Dates.In(note, note.Body)
        let sentence = note.SentenceAt(date.Span.Start)
        let before = Span.Between(Math.Max(sentence.Start, date.Span.Start - 60), date.Span.Start)
        let after = Span.Between(date.Span.End, Math.Min(sentence.End, date.Span.End + 30))
        where note.Has(Concept.LastWords, before) || note.Has(Concept.LastWords, after)
        select date;

    private static IEnumerable<DateHit> After(NoteText note, Concept concept) =>
        from phrase in note.All(concept, note.Body)
        let date = After(note, phrase.End)
        where date is not null
        select date;

    // Two days for one thing are none.
    private static DateHit? Only(IEnumerable<DateHit> dates) =>
        dates.DistinctBy(d => d.Span).ToList() is { Count: > 0 } found && found.DistinctBy(d => d.Value).Count() == 1 ? found[0] : null;

    [GeneratedRegex(
        @"^,?\s{1,3}(?:to|and|until|till|au|et|jusqu'au|al|y|hasta)\s{1,3}(?:the\s|le\s|el\s)?\d{1,2}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex To();

    [GeneratedRegex(
        @"\b(?:from|between|du|entre|del)\s(?:the\s|le\s|el\s)?\d{1,2}(?:er|st|nd|rd|th)?\s(?:to|and|au|et|al|y)\s(?:the\s|le\s|el\s)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex From();

    [GeneratedRegex(
        @"\b(?:before|by|not later than|avant|d'ici|antes)\s(?:the\s|le\s|au\s|del\s|el\s)?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Before();

    [GeneratedRegex(@"\b(?:on|le|el|the|el dia)\s{1,40}(?:\p{L}{1,40},?\s{1,40})?$", RegexOptions.IgnoreCase)]
    private static partial Regex On();

    [GeneratedRegex(
        @"\b(?:on|after|le|el|the|el dia|apres le|despues del?|pasado el|al)\s{1,3}(?:\p{L}{4,9},?\s{1,3})?$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OnOrAfter();

    [GeneratedRegex(@"\b(?:days?|weeks?|months?|jours?|semaines?|mois|delai|dias?|semanas?|mes|meses|plazo)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\G[ \t]{0,40}[:.|]?[ \t.:|]{0,80}")]
    private static partial Regex Leader();

    [GeneratedRegex(
        @"(?:^|[\n.\]]|\s{2})\s*\p{Lu}[\p{L}'-]*(?:[ ][\p{L}'-]+){0,3},\s*(?:(?:the|le|el|a)\s+)?$",
        RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
