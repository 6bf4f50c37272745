using Hub.Delivery.Editions;
using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Functions.Editions;

/// <summary>An edition as the API shows it.</summary>
/// <param name="Edition">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CutOff">The day it was closed.</param>
/// <param name="FrozenAt">The last event it takes in.</param>
/// <param name="Sequence">Its own event.</param>
/// <param name="Previous">The edition against which its changes are told.</param>
/// <param name="Reason">Why it takes the place of that.</param>
/// <param name="Authorities">How many authorities it lists.</param>
/// <param name="States">How many States have one.</param>
/// <param name="Files">Its files, where it is published.</param>
public sealed record EditionView(
    EditionId Edition,
    EditionStatus Status,
    DateOnly CutOff,
    long FrozenAt,
    long? Sequence,
    EditionId? Previous,
    string? Reason,
    int Authorities,
    int States,
    IReadOnlyList<ManifestEntry>? Files
) : IPublic
{
    /// <summary>Who dropped it, when and why; for the Secretariat.</summary>
    public EditionOutcome? Dropped { get; init; }

    /// <summary>The view of an edition that was dropped.</summary>
    public static EditionView Of(Edition edition, EditionOutcome dropped) =>
        Of(edition, null, null) with { Status = EditionStatus.Dropped, Dropped = dropped };

    /// <summary>The view of an edition, and of its event where it has one.</summary>
    public static EditionView Of(Edition edition, long? sequence, IReadOnlyList<ManifestEntry>? files) =>
        new(
            edition.Id,
            sequence is null ? EditionStatus.Frozen : EditionStatus.Published,
            edition.CutOff,
            edition.Sequence,
            sequence,
            edition.Previous,
            edition.Reason,
            edition.Authorities(),
            edition.StatesWithAuthorities(),
            files);

    /// <summary>The view of a published edition.</summary>
    public static EditionView Of(Manifest manifest, long sequence, bool withFiles) => new(
        manifest.Edition, EditionStatus.Published, manifest.CutOff, manifest.Sequence, sequence, manifest.Previous, manifest.Reason,
        manifest.Authorities, manifest.States, withFiles ? manifest.Files : null);
}

/// <summary>The editions, newest first.</summary>
/// <param name="Items">The editions.</param>
public sealed record EditionList(IReadOnlyList<EditionView> Items) : IPublic;
