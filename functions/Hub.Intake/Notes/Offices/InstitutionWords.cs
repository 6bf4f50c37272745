using System.Text.RegularExpressions;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.States;

namespace Hub.Intake.Notes.Offices;

/// <summary>Tells a stretch that names an institution from one that names none, or that a note is written by or to.</summary>
internal sealed partial class InstitutionWords(NoteText note)
{
    private static readonly Concept[] Functions = [Concept.CentralAuthority, Concept.CompetentAuthority];
    private readonly bool _capitals = note.Lexicon.Language == Language.English;
    private readonly Phrases _heads = note.Lexicon[Concept.Head];
    private readonly NameStretch _stretch = new(note);

    /// <summary>Whether it names what is no office: whoever writes or is written to, a head alone, a function or a paper.</summary>
    public bool IsNone(Span span) => IsNoOffice(span) || IsHeadAlone(span) || IsFunction(span) || IsPaper(span);

    /// <summary>Whether a stretch holds a word for an institution.</summary>
    public bool IsInstitution(Span span) => _heads.IsIn(note.Plain, span);

    /// <summary>Whether it begins with one, as a name does.</summary>
    public bool BeginsInstitution(Span span)
    {
        span = _stretch.Trimmed(span);
        if (span.Length < 5 || !char.IsUpper(note.Plain[span.Start]))
            return false;
        return _capitals
            ? IsInstitution(span) || Offices().IsMatch(note.Plain[span.Start..span.End])
            : _heads.AtStart(note.Plain, span) > 0;
    }

    /// <summary>Whether it names one whole: more than the word alone, and more than a beginning such as "Oficina Nacional".</summary>
    public bool IsWhole(Span span) => IsInstitution(span) && !IsHeadAlone(_stretch.Trimmed(span)) && !IsHalf(_stretch.Trimmed(span));

    /// <summary>Whether it is of the ministry that writes notes, or of the United Nations.</summary>
    public bool IsOfOthers(Span span) =>
        Sender().IsMatch(note.Plain[span.Start..span.End]) || UnitedNations().IsMatch(note.Plain[span.Start..span.End]);

    /// <summary>Whether it is a month, an instrument, a matter, or one word in a capital.</summary>
    public bool IsNoName(Span span) =>
        !note.Plain.AsSpan(span.Start, span.Length).Contains(' ')
        || Lexicon.Instruments.Values.Any(i => i.IsIn(note.Plain, span))
        || Lexicon.Months.Keys.Any(m => note.Plain.AsSpan(span.Start, span.Length).StartsWith(m, StringComparison.OrdinalIgnoreCase));

    // Whoever writes, and whoever is written to.
    private bool IsNoOffice(Span span) =>
        note.First(Concept.NoOffice, span) is { } other
            && (other.Start - span.Start < 20 || note.Plain.AsSpan(other.Start, other.Length).StartsWith("Network"))
        || note.Has(Concept.OfficeOf, span) && note.First(Concept.OfficeOf, span)!.Value.Start == span.Start
        || Sender().IsMatch(note.Plain[span.Start..span.End]);

    // "Autoridad competente" is what somebody becomes, and "Department Circular No" is something to read.
    private bool IsFunction(Span span) => Functions.Any(c => note.Lexicon[c].AtStart(note.Plain, span) is > 0 and var length
        && (length == span.Length || OfWhom().IsMatch(note.Plain[(span.Start + length)..span.End])));

    private bool IsPaper(Span span) => Papers().IsMatch(note.Plain[span.Start..span.End]);

    private bool IsHeadAlone(Span span) => _heads.First(note.Plain, span) is { } head && head.Start == span.Start
        && note.Plain.AsSpan(head.End, span.End - head.End).Trim() is "" or "'s" or "'";

    // "Oficina Nacional", "Comandancia General": which one, what follows says.
    private bool IsHalf(Span span) => _heads.First(note.Plain, span) is { } head && head.Start == span.Start
        && Rank().IsMatch(note.Plain[head.End..span.End]);

    [GeneratedRegex(@"^\s(?:of|for|du|de|del)\s", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OfWhom();

    [GeneratedRegex(@"^\s(?:nacional|general|central|national|nationale|generale?|centrale|federal|superior|superieure?)$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Rank();

    [GeneratedRegex(@"\b(?:Circular|Order|Decree|Gazette|Regulations?|Decision|Resolution|Instruction|Memorandum|Act)(?: No)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Papers();

    [GeneratedRegex(
        @"^(?:Ministry|Ministere|Ministerio|Department|Departement|Secretaria de Relaciones|Federal Public Service|Service public federal|Departement federal)"
            + @"[^,]{0,20}(?:Foreign|des affaires etrangeres|etrangeres|Exterior|External)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Sender();

    [GeneratedRegex(@"\b(?:United Nations|Nations Unies|Naciones Unidas|UNODC|ONUDC)\b", RegexOptions.IgnoreCase)]
    private static partial Regex UnitedNations();

    [GeneratedRegex(@"\b(?:Presidency|President|Prime Minister|Cabinet|Government|Parliament|Primature|Presidence)\b")]
    private static partial Regex Offices();
}
