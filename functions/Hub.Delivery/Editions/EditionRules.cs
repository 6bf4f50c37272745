using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>Which edition may follow which.</summary>
public static class EditionRules
{
    /// <summary>Why an edition cannot be made now; null where it can.</summary>
    /// <param name="request">What is asked for, with its name.</param>
    /// <param name="today">The day, UTC.</param>
    /// <param name="known">The editions that were begun.</param>
    /// <param name="unfinished">Those of them that are not published yet.</param>
    /// <param name="dropped">Those of them that never will be.</param>
    public static string? Refusal(
        EditionRequest request, DateOnly today, IReadOnlyCollection<EditionId> known, IReadOnlyCollection<EditionId> unfinished,
        IReadOnlyCollection<EditionId> dropped)
    {
        var (id, standing) = (request.Id!, known.Except(dropped).ToList());
        return id switch
        {
            _ when dropped.Contains(id) =>
                $"Edition {id} was dropped, and its number is not used again: ask for {Successor(id, known)}, which takes its place.",
            _ when unfinished.Count > 0 => $"Edition {unfinished.First()} is still being published: wait until it is in the log, "
                + $"or drop it: POST /api/editions/{unfinished.First().Slug}/drop.",
            _ when id.Regular > EditionId.Of(today) => $"Edition {id} lies in the future; the present one is {EditionId.Of(today)}.",
            _ when standing.Any(k => k.Regular > id.Regular) =>
                $"A later edition than {id.Regular} has been published: an earlier one can no longer be made.",
            _ when id.Kind != EditionKind.Revision && request.Reason is not null => "Only a revision has a 'reason'.",
            { Kind: EditionKind.Regular } => null,
            _ when !known.Contains(id.Regular) => $"Edition {id.Regular} has not been published: there is nothing to add to or to revise.",
            { Kind: EditionKind.Addendum } when Whole(id, standing).Max() is null =>
                $"Edition {id.Regular} was dropped: publish a revision of it before anything is added.",
            _ when id.Number != Next(id, known) => $"The next of its kind has the number {Next(id, known)}.",
            _ when id.Kind == EditionKind.Revision && string.IsNullOrWhiteSpace(request.Reason) =>
                "A revision says in 'reason' why it takes the place of the edition before.",
            _ => null,
        };
    }

    /// <summary>
    /// The editions that may come next: the half-year's own, where there is none yet; what adds to the last one and what takes its place.
    /// </summary>
    /// <param name="today">The day, UTC.</param>
    /// <param name="known">The editions that were begun.</param>
    public static IReadOnlyList<EditionId> Next(DateOnly today, IReadOnlyCollection<EditionId> known)
    {
        var (regular, last) = (EditionId.Of(today), known.Max()?.Regular);
        return
        [
            .. known.Contains(regular) ? [] : (EditionId[])[regular],
            .. last is null ? [] : new[] { EditionKind.Addendum, EditionKind.Revision }
                .Select(kind => last with { Kind = kind }).Select(id => id with { Number = Next(id, known) }),
        ];
    }

    /// <summary>The edition that takes the place of one that was dropped.</summary>
    private static EditionId Successor(EditionId id, IEnumerable<EditionId> known)
    {
        var next = id with { Kind = id.Kind == EditionKind.Addendum ? EditionKind.Addendum : EditionKind.Revision };
        return next with { Number = Next(next, known) };
    }

    private static IEnumerable<EditionId> Whole(EditionId id, IEnumerable<EditionId> known) => known
        .Where(k => k.Kind != EditionKind.Addendum && k.Regular == id.Regular);

    private static int Next(EditionId id, IEnumerable<EditionId> known) =>
        known.Where(k => k.Regular == id.Regular && k.Kind == id.Kind).Select(k => k.Number).DefaultIfEmpty(0).Max() + 1;

    /// <summary>
    /// The edition against which changes are told: for a regular one the last whole one before it; for addenda and revisions the one that
    /// they add to or replace, or where that was dropped the last whole one before. The last addendum thus says everything that changed.
    /// </summary>
    /// <param name="id">The edition.</param>
    /// <param name="standing">The editions that were begun and not dropped.</param>
    public static EditionId? Previous(EditionId id, IReadOnlyCollection<EditionId> standing) =>
        (id.Kind == EditionKind.Regular ? null : Whole(id, standing).Max())
        ?? standing.Where(k => k.Kind != EditionKind.Addendum && k.Regular < id.Regular).Max();
}
