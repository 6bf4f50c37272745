using System.Text.RegularExpressions;
using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>What the one authority that a note names, or says it of, is to be called, and what it is to be part of.</summary>
internal sealed partial class Renaming
{
    private const int NearName = 16;
    private const int NearParent = 75;
    private readonly Evidence _evidence;
    private readonly OfficeName? _name;
    private readonly Found<string>? _parent;
    private readonly Mention? _target;

    public Renaming(Evidence evidence)
    {
        _evidence = evidence;
        Record = evidence.Known is [var only] ? only : SaidOf();
        var others = Record is { } known && evidence.Known.Count == 1
            ? evidence.Mentions.All.Where(m => m.Record is null && m.Span.Start > known.Span.Start).ToList()
            : [];
        // Right behind a word for a name, or for belonging.
        _name = others.FirstOrDefault(m => evidence.IsBehind(Concept.NameWords, m, NearName))?.Name;
        _parent = others.FirstOrDefault(m => IsPlaceOfKnown(m) && !IsLeft(m) && !IsInPassing(m))?.Name.Name;
        _target = Said(ActKind.RenamesTo, _ => true);
        Name = _name ?? _target?.Name;
        Parent = _parent ?? Said(ActKind.MovesTo, m => !IsLeft(m) && !IsInPassing(m))?.Name.Name;
    }

    /// <summary>The authority: the only one on record that is named, or that is said to get another name or place.</summary>
    public Found<string>? Record { get; }

    /// <summary>The name that it gets.</summary>
    public OfficeName? Name { get; }

    /// <summary>The institution that it becomes part of.</summary>
    public Found<string>? Parent { get; }

    /// <summary>The words for it, where the note does give it another name or place.</summary>
    public Span? Words => Name is { } name && (_name is not null || IsRenamed) ? name.Span
        : Parent is { } parent && (_parent is not null || _evidence.IsSaidOfKnown(ActKind.Moves)) ? parent.Span
        : null;

    /// <summary>Whether that is all that the note does: another office in it is none that becomes an authority.</summary>
    public bool IsAll => Record is not null && (IsOfName() || _parent is not null || _evidence.IsSaidOfKnown(ActKind.Moves));

    /// <summary>Whether an office is the name that an authority on record is said to get.</summary>
    public bool IsTarget(Mention mention) => mention == _target && _evidence.IsSaidOfKnown(ActKind.Renames);

    /// <summary>Whether an office is the name or the institution.</summary>
    public bool Concerns(Mention mention) => mention.Name == _name || mention.Name.Name == _parent || mention.Name.Name == Parent;

    // "For A read B" gives A another name, where nothing else is said of either.
    private bool IsRenamed => _evidence.IsSaidOfKnown(ActKind.Renames)
        || (_evidence.Known.Count == 1 && _target is not null
            && (IsOfNothingElse || !_evidence.Acts.Any(
                a => a.Kind is ActKind.Begins or ActKind.Ends && (a.Office!.Record is not null || a.Office == _target))));

    private bool IsOfNothingElse => _evidence.NamedPairs.Count == 0 && !_evidence.HasFunction(_evidence.Note.Body);

    private bool IsOfName()
    {
        var note = _evidence.Note;
        return _evidence.IsSaidOfKnown(ActKind.Renames)
            || (note.Has(Concept.NameWords, note.Body) && !note.Has(Concept.Ending, note.Body) && IsOfNothingElse);
    }

    // What somebody else is part of is not the authority's place; what it leaves, or has left, is a ministry too.
    private bool IsPlaceOfKnown(Mention mention) =>
        !_evidence.IsPartOfKnown(mention) && _evidence.IsBehind(Concept.PartOf, mention, NearParent)
        && _evidence.Mentions.All.LastOrDefault(m => m.Span.End <= mention.Span.Start && !IsPlace(m)) is { Record: not null };

    private bool IsPlace(Mention mention) => IsMinistry(mention)
        || (mention.Record is null && _evidence.IsBehind(Concept.PartOf, mention, NearParent));

    // "… no longer answers to the Ministry of Finance and is part of …": where it was.
    private bool IsLeft(Mention mention)
    {
        var note = _evidence.Note;
        var start = Math.Max(
            _evidence.SentenceOf(mention).Start,
            _evidence.Mentions.All.LastOrDefault(m => m.Span.End <= mention.Span.Start)?.Span.End ?? 0);
        var within = Span.Between(start, mention.Span.Start);
        return note.All(Concept.Leaves, within).LastOrDefault() is { Length: > 0 } left
            && !Further().IsMatch(note.Plain[left.End..within.End])
            && !note.All(Concept.PartOf, Span.Between(left.End, within.End)).Any(p => note.Plain[left.End..p.Start].Contains(','));
    }

    // "The Service, placed under the Ministry of Justice, is now called …": between commas behind its name, told and not changed.
    private bool IsInPassing(Mention mention) => Record is not null
        && _evidence.Mentions.All.LastOrDefault(m => m.Name.Span.End <= mention.Span.Start) is { Record: not null } known
        && _evidence.Note.Plain[known.Name.Span.End..mention.Span.Start] is var between && between.TrimStart().StartsWith(',')
        && !Since().IsMatch(between) && !between.Any(char.IsAsciiDigit)
        && _evidence.Note.Plain.AsSpan(mention.Name.Span.End).TrimStart() is [',', ..];

    [GeneratedRegex(@"\b(?:now|henceforth|since|from|desormais|dorenavant|depuis|maintenant|ahora|desde|en adelante|hoy)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Since();

    private bool IsMinistry(Mention mention) => mention.Record is null && _evidence.Note.Has(Concept.Institution, mention.Span);

    private Found<string>? SaidOf() =>
        _evidence.Acts.Where(a => a.Kind is ActKind.Renames or ActKind.Moves && a.Office!.Record is not null)
            .Select(a => new Found<string>(a.Office!.Record!, a.Office.Span)).DistinctBy(f => f.Value).ToList() is [var one] ? one : null;

    [GeneratedRegex(@"\s(?:and|but|y|e|et|mais|pero|para|pour)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Further();

    private Mention? Said(ActKind kind, Func<Mention, bool> isMeant) =>
        _evidence.Acts.FirstOrDefault(a => a.Kind == kind && a.Office!.Record is null && isMeant(a.Office))?.Office;
}
