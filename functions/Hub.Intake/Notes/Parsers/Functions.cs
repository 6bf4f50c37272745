using Hub.Intake.Notes.Offices;
using Hub.Intake.Notes.Phrasing;
using Hub.Register.Records;

namespace Hub.Intake.Notes.Parsers;

/// <summary>What an authority is to do, and what kind of institution it is.</summary>
internal static class Functions
{
    private static readonly (Concept Concept, DesignationFunction Function)[] All =
    [
        (Concept.Liaison, DesignationFunction.Liaison),
        (Concept.FocalPoint, DesignationFunction.FocalPoint),
        (Concept.Prevention, DesignationFunction.Prevention),
        (Concept.CentralAuthority, DesignationFunction.CentralAuthority),
        (Concept.CompetentAuthority, DesignationFunction.CompetentAuthority),
    ];

    /// <summary>The words for any of them.</summary>
    public static IEnumerable<Concept> Words => All.Select(f => f.Concept);

    /// <summary>The function for a pair: the one named nearest to a place that goes with its matter.</summary>
    public static Found<DesignationFunction>? For(NoteText note, Pair pair, Span near) =>
        (from f in All
         where GoesWith(f.Function, pair.Matter)
         from span in note.All(f.Concept, note.Body)
         orderby WasSo(note, span), Math.Abs(span.Start - near.Start)
         select new Found<DesignationFunction>(f.Function, span)).FirstOrDefault();

    private const int Before = 30;

    // "Listed as a competent authority": what it is no longer, where something else is said of it.
    private static bool WasSo(NoteText note, Span function) => note.Has(
        Concept.Leaves, Span.Between(Math.Max(note.SentenceAt(function.Start).Start, function.Start - Before), function.Start));

    /// <summary>The kind of an institution, by the words of its own name, else of what it is part of.</summary>
    public static Found<AuthorityKind>? KindOf(NoteText note, OfficeName name) =>
        Kind(note, name.Name.Span) ?? (name.Parent is { } parent ? Kind(note, parent.Span) : null);

    private static Found<AuthorityKind>? Kind(NoteText note, Span span) => Lexicon.Kinds
        .Select(k => k.Value.First(note.Plain, span) is { } s ? new Found<AuthorityKind>(k.Key, s) : null)
        .FirstOrDefault(f => f is not null);

    private static bool GoesWith(DesignationFunction function, Matter matter) => function switch
    {
        DesignationFunction.Liaison => matter == Matter.FirearmsLiaison,
        DesignationFunction.FocalPoint => matter is Matter.AssetRecovery or Matter.CivilAdmin,
        DesignationFunction.Prevention => matter is Matter.PreventionToc or Matter.PreventionCorruption,
        DesignationFunction.CentralAuthority or DesignationFunction.CompetentAuthority => true,
        DesignationFunction.Contact247 => false,
    };
}
