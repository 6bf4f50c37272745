using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>Why an edition cannot be made now.</summary>
/// <param name="Obstacle">Why.</param>
/// <param name="Edition">The edition that it is about: the one that is in the way, or that may be made.</param>
public sealed record EditionRefusal(EditionObstacle Obstacle, EditionId Edition);

/// <summary>What is in the way of an edition.</summary>
public enum EditionObstacle
{
    /// <summary>It was dropped, and its number is not used again; the other one takes its place.</summary>
    Dropped,

    /// <summary>The other one is still being published.</summary>
    AnotherGoesOut,

    /// <summary>Its half-year has not begun; the other one is the present one.</summary>
    InTheFuture,

    /// <summary>One of a later half-year than the other one has been published.</summary>
    LaterThere,

    /// <summary>Only a revision says why it takes the place of the edition before.</summary>
    ReasonUnwanted,

    /// <summary>The other one, which it would add to or revise, was never published.</summary>
    NothingToAddTo,

    /// <summary>The other one, which it would add to, was dropped.</summary>
    RegularDropped,

    /// <summary>The next of its kind is the other one.</summary>
    OtherNumber,

    /// <summary>A revision says why it takes the place of the edition before.</summary>
    ReasonMissing,
}

/// <summary>Which edition may follow which.</summary>
public static class EditionRules
{
    /// <summary>Why an edition cannot be made now; null where it can.</summary>
    /// <param name="request">What is asked for, with its name.</param>
    /// <param name="today">The day, UTC.</param>
    /// <param name="known">The editions that were begun.</param>
    /// <param name="unfinished">Those of them that are not published yet.</param>
    /// <param name="dropped">Those of them that never will be.</param>
    public static EditionRefusal? Refusal(
        EditionRequest request, DateOnly today, IReadOnlyCollection<EditionId> known, IReadOnlyCollection<EditionId> unfinished,
        IReadOnlyCollection<EditionId> dropped)
    {
        var (id, standing) = (request.Id!, known.Except(dropped).ToList());
        return id switch
        {
            _ when dropped.Contains(id) => new(EditionObstacle.Dropped, Successor(id, known)),
            _ when unfinished.Count > 0 => new(EditionObstacle.AnotherGoesOut, unfinished.First()),
            _ when id.Regular > EditionId.Of(today) => new(EditionObstacle.InTheFuture, EditionId.Of(today)),
            _ when standing.Any(k => k.Regular > id.Regular) => new(EditionObstacle.LaterThere, id.Regular),
            _ when id.Kind != EditionKind.Revision && request.Reason is not null => new(EditionObstacle.ReasonUnwanted, id),
            { Kind: EditionKind.Regular } => null,
            _ when !known.Contains(id.Regular) => new(EditionObstacle.NothingToAddTo, id.Regular),
            { Kind: EditionKind.Addendum } when Whole(id, standing).Max() is null => new(EditionObstacle.RegularDropped, id.Regular),
            _ when id.Number != Next(id, known) => new(EditionObstacle.OtherNumber, id with { Number = Next(id, known) }),
            _ when id.Kind == EditionKind.Revision && string.IsNullOrWhiteSpace(request.Reason) => new(EditionObstacle.ReasonMissing, id),
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
