using Hub.Intake.Notes.Acts;
using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Meaning;

/// <summary>What the one authority that a note names is to be called, and what it is to be part of.</summary>
internal sealed class Renaming
{
    private const int NearName = 16;
    private const int NearParent = 75;
    private readonly Evidence _evidence;
    private readonly OfficeName? _name;
    private readonly Found<string>? _parent;

    public Renaming(Evidence evidence)
    {
        _evidence = evidence;
        var others = evidence.Known is [var known]
            ? evidence.Mentions.All.Where(m => m.Record is null && m.Span.Start > known.Span.Start).ToList()
            : [];
        // Right behind a word for a name, or for belonging.
        _name = others.FirstOrDefault(m => evidence.IsBehind(Concept.NameWords, m, NearName))?.Name;
        _parent = others.FirstOrDefault(m => !evidence.IsPartOfKnown(m) && evidence.IsBehind(Concept.PartOf, m, NearParent))?.Name.Name;
        Name = _name ?? Said(ActKind.RenamesTo)?.Name;
        Parent = _parent ?? Said(ActKind.MovesTo)?.Name.Name;
    }

    /// <summary>The name that it gets.</summary>
    public OfficeName? Name { get; }

    /// <summary>The institution that it becomes part of.</summary>
    public Found<string>? Parent { get; }

    /// <summary>The words for it, where the note does give it another name or place.</summary>
    public Span? Words => Name is { } name && (_name is not null || _evidence.IsSaidOfKnown(ActKind.Renames)) ? name.Span
        : Parent is { } parent && (_parent is not null || _evidence.IsSaidOfKnown(ActKind.Moves)) ? parent.Span
        : null;

    /// <summary>Whether that is all that the note does: another office in it is none that becomes an authority.</summary>
    public bool IsAll => _evidence.Known.Count == 1 && (IsOfName() || _parent is not null || _evidence.IsSaidOfKnown(ActKind.Moves));

    /// <summary>Whether an office is the name or the institution.</summary>
    public bool Concerns(Mention mention) => mention.Name == _name || mention.Name.Name == _parent || mention.Name.Name == Parent;

    private bool IsOfName()
    {
        var note = _evidence.Note;
        return note.Has(Concept.NameWords, note.Body) && (_evidence.IsSaidOfKnown(ActKind.Renames)
            || (_evidence.NamedPairs.Count == 0 && !note.Has(Concept.Ending, note.Body) && !_evidence.HasFunction(note.Body)));
    }

    private Mention? Said(ActKind kind) => _evidence.Acts.FirstOrDefault(a => a.Kind == kind && a.Office!.Record is null)?.Office;
}
