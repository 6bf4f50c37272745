namespace Hub.Notices.Recipients;

/// <summary>Which readers' present addresses bounce.</summary>
public sealed class BounceBook(IAddressStore addresses, TimeProvider clock)
{
    /// <summary>Those of some readers that are not to be written to, with the cause in words.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Stopped(IEnumerable<Reader> readers, CancellationToken cancel) =>
        (await Judged(readers, BouncePolicy.Stop, cancel)).ToDictionary(j => j.Reader.Id, j => j.Cause.ToString());

    /// <summary>Those of some readers that somebody has to look at.</summary>
    public Task<IReadOnlyList<(Reader Reader, AddressHistory History, BounceCause Cause)>> Concerns(
        IEnumerable<Reader> readers, CancellationToken cancel) =>
        Judged(readers, BouncePolicy.Concern, cancel);

    /// <summary>A person says that a reader's address is right: mails go to it again. False where nothing was wrong with it.</summary>
    public async Task<bool> Resolve(string reader, string by, CancellationToken cancel)
    {
        while (true)
        {
            if (await addresses.Find(reader, cancel) is not { Bounces.Count: > 0 } history)
                return false;
            if (await addresses.Save(history with { Bounces = [], ResolvedAt = clock.GetUtcNow(), ResolvedBy = by }, cancel))
                return true;
        }
    }

    /// <summary>Adds a bounce of a reader's present address.</summary>
    public async Task Add(Reader reader, Bounce bounce, CancellationToken cancel)
    {
        while (true)
        {
            var kept = await addresses.Find(reader.Id, cancel);
            var history = kept?.Address == reader.Address ? kept : new AddressHistory(reader.Id, reader.Address) { ETag = kept?.ETag };
            if (await addresses.Save(history.With(bounce), cancel))
                return;
        }
    }

    private async Task<IReadOnlyList<(Reader Reader, AddressHistory History, BounceCause Cause)>> Judged(
        IEnumerable<Reader> readers, Func<AddressHistory, DateTimeOffset, BounceCause?> judge, CancellationToken cancel)
    {
        var (known, now) = ((await addresses.List(cancel)).ToDictionary(h => h.Reader), clock.GetUtcNow());
        return
        [
            .. from reader in readers
               let history = known.GetValueOrDefault(reader.Id)
               where history?.Address == reader.Address
               let cause = judge(history, now)
               where cause is not null
               select (reader, history, cause),
        ];
    }
}
