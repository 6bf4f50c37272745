using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;

namespace Hub.Intake.Notes.Acts;

/// <summary>What a note says of an office.</summary>
internal enum ActKind
{
    /// <summary>It becomes an authority.</summary>
    Begins,

    /// <summary>It is spoken of as one: it becomes one where nothing else is said of it.</summary>
    Speaks,

    /// <summary>It is one no longer.</summary>
    Ends,

    /// <summary>It gets another name: what it was called.</summary>
    Renames,

    /// <summary>The name that it gets.</summary>
    RenamesTo,

    /// <summary>It becomes part of another institution.</summary>
    Moves,

    /// <summary>That institution.</summary>
    MovesTo,

    /// <summary>It gets further tasks.</summary>
    Extends,
}

/// <summary>Where the office stands of which a phrase says something.</summary>
internal enum Slot
{
    /// <summary>Before the phrase, in its sentence.</summary>
    Before,

    /// <summary>Behind it.</summary>
    After,

    /// <summary>It says it of no office in particular.</summary>
    None,
}

/// <summary>Something that a note says, and of whom.</summary>
/// <param name="Kind">What.</param>
/// <param name="Phrase">The words that say it.</param>
/// <param name="Office">The office; null where the phrase has none.</param>
internal sealed record Act(ActKind Kind, Span Phrase, Mention? Office);
