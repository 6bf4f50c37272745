using Hub.Register.Log;
using Hub.Register.Records;

namespace Hub.Operations.Erasures;

/// <summary>What an erasure puts into the log: a new version of a record, and at its end that it happened.</summary>
public static class ErasureCommit
{
    /// <summary>
    /// A record without a person, as a new version with a salt of its own. The version before is kept without the person and without its
    /// salt, in the same transaction, so that no mail about the change quotes what went.
    /// </summary>
    public static RegisterCommit Of(
        string erasure, Head head, Authority old, PersonalTerms terms, DateTimeOffset now, IIdentifiers ids)
    {
        var time = head.TimeOfNext(now);
        var left = ErasedRecord.Without(old, terms);
        var changed = AuthorityForm.ChangedFields(old, left);
        var next = left with
        {
            Version = old.Version + 1,
            Upkeep = old.Upkeep with { LastChangedOn = time, Salt = ids.NewSalt() },
            Secretariat = left.Secretariat with { LastFields = changed },
        };
        var designations = next.Restricted.Designations;
        var amended = Event(head, EventType.AuthorityAmended, time) with
        {
            State = next.State(),
            Facts = new()
            {
                RecordId = next.Id,
                RecordVersion = next.Version,
                RecordHash = next.Hash(),
                Changed = changed,
                Matters = [.. designations.Select(d => d.Matter).Distinct().Order()],
                Instruments = [.. designations.Select(d => d.Instrument).Distinct().Order()],
                // What only the Secretariat saw is nothing to tell readers.
                Quiet = changed.Count == 0 ? true : null,
            },
        };
        var write = new AuthorityWrite(next, ErasedRecord.Earlier(old, terms));
        return new($"erasure-{erasure}-{old.Id}-{old.Version}", head, [write], [amended.Sealed()]);
    }

    /// <summary>That an erasure is done: of what kinds and how many, and nobody's name.</summary>
    public static RegisterCommit Done(string erasure, Head head, IReadOnlyDictionary<string, int> counts, DateTimeOffset now)
    {
        var done = Event(head, EventType.DataErased, head.TimeOfNext(now)) with { Facts = new() { Erased = counts } };
        return new($"erasure-{erasure}", head, [], [done.Sealed()]);
    }

    private static DirectoryEvent Event(Head head, EventType type, DateTimeOffset time) => new()
    {
        Sequence = head.Sequence + 1, Type = type, Time = time, Facts = new(), PreviousHash = head.Hash,
    };
}
