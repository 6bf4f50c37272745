using Hub.Delivery.Editions;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Pages.Editions.Published;

/// <summary>A published edition, as everybody may see it.</summary>
/// <param name="Manifest">Its name, its day and its files.</param>
/// <param name="Abstract">Its numbers; null of an addendum, which has none.</param>
/// <param name="Others">The edition that it adds to or replaces, and whatever else does, newest first.</param>
public sealed record PublishedEdition(Manifest Manifest, EditionAbstract? Abstract, IReadOnlyList<Manifest> Others) : IPublic
{
    /// <summary>The revision that took its place; null where none did.</summary>
    public EditionId? ReplacedBy => Manifest.Edition.Kind == EditionKind.Addendum
        ? null
        : Others.Select(o => o.Edition).FirstOrDefault(o => o.Kind == EditionKind.Revision && o > Manifest.Edition);
}
