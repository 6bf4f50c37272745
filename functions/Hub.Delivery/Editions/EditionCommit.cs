using Hub.Register.Log;

namespace Hub.Delivery.Editions;

/// <summary>Turns a finished edition into a commit: one event, and no record changes.</summary>
public static class EditionCommit
{
    /// <summary>Prepares the commit on the head of the log.</summary>
    /// <param name="head">The head.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="manifestHash">SHA-256 of its manifest.</param>
    /// <param name="now">When it is committed.</param>
    public static RegisterCommit Build(Head head, Edition edition, string manifestHash, DateTimeOffset now)
    {
        var published = new DirectoryEvent
        {
            Sequence = head.Sequence + 1,
            Type = EventType.EditionPublished,
            Time = head.TimeOfNext(now),
            Facts = new()
            {
                Edition = edition.Id,
                CutOff = edition.CutOff,
                FrozenAt = edition.Sequence,
                ManifestHash = manifestHash,
                Authorities = edition.Authorities(),
                States = edition.StatesWithAuthorities(),
            },
            PreviousHash = head.Hash,
        }.Sealed();
        return new(edition.Id.CommitId, head, [], [published]);
    }
}
