using Hub.Operations.Erasures;
using Hub.Register.Log;

namespace Hub.Operations.Erasing;

/// <summary>
/// Takes a person out of a record: as a new version, through a commit like any other change, and out of the versions before. The log stays
/// as it is.
/// </summary>
public sealed class EraseRecord(IRegisterStore register, IPersonalData data, IIdentifiers ids, TimeProvider clock)
{
    private const int Tries = 8;

    /// <summary>Erases; done, or why it waits.</summary>
    public async Task<ErasureItem> Do(string erasure, ErasureItem item, PersonalTerms terms, CancellationToken cancel)
    {
        if (!await Present(erasure, item.Id, terms, cancel))
            return item with { Waits = ErasureItems.Busy };
        foreach (var version in await data.EarlierVersions(item.Id, cancel))
            if (ErasedRecord.NamesEarlier(version, terms))
                await data.Rewrite(item.Id, version.Version, v => ErasedRecord.Earlier(v, terms), cancel);
        return ErasureItems.Done(item);
    }

    private async Task<bool> Present(string erasure, string id, PersonalTerms terms, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            var snapshot = await register.Read(TimeSpan.Zero, cancel);
            if (snapshot.Authorities.GetValueOrDefault(id) is not { } record || !ErasedRecord.Names(record, terms))
                return true;
            var commit = ErasureCommit.Of(erasure, snapshot.Head, record, terms, clock.GetUtcNow(), ids);
            if (await register.Commit(commit, cancel) is CommitResult.Committed)
                return true;
        }
        return false;
    }
}
