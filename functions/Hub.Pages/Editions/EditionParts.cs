using Hub.Delivery.Editions;
using Hub.Register.Json;

namespace Hub.Pages.Editions;

/// <summary>An edition as one of its files says it.</summary>
/// <param name="Edition">The edition.</param>
/// <param name="Changes">What changed since the one before.</param>
/// <param name="LeftOut">How many things are left out of this file.</param>
public sealed record EditionParts(Edition Edition, EditionChanges Changes, int LeftOut = 0) : Confidential
{
    /// <summary>The names of all that it says, in order.</summary>
    public IReadOnlyList<UnitKey> Things() =>
        [.. EditionUnits.Keys(Edition.States).Union(Changes.Changes.Select(c => c.Key())).Order(UnitKey.InOrder)];

    /// <summary>Nothing but some of it; a State of which anything stays keeps its name.</summary>
    public EditionParts Only(IReadOnlyCollection<UnitKey> things)
    {
        var (kept, states) = (things.ToHashSet(), things.Select(t => t.State).ToHashSet());
        return With(k => kept.Contains(k) || (k.Subject == EditionSubject.State && states.Contains(k.State)), kept.Contains);
    }

    /// <summary>All but some of it.</summary>
    public EditionParts Without(IReadOnlyCollection<UnitKey> things)
    {
        var gone = things.ToHashSet();
        return With(k => !gone.Contains(k), k => !gone.Contains(k)) with { LeftOut = gone.Count };
    }

    private EditionParts With(Func<UnitKey, bool> states, Func<UnitKey, bool> changes) => this with
    {
        Edition = Edition with { States = EditionUnits.Where(Edition.States, states) },
        Changes = Changes with { Changes = [.. Changes.Changes.Where(c => changes(c.Key()))] },
    };
}
