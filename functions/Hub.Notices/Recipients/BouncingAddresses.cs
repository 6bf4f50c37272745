namespace Hub.Notices.Recipients;

/// <summary>Which recipients' present addresses bounce.</summary>
public sealed class BouncingAddresses(IAddressStore addresses, TimeProvider clock)
{
    /// <summary>Those of some recipients that are not to be written to, with the cause in words.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Stopped(IEnumerable<Recipient> recipients, CancellationToken cancel) =>
        (await Judged(recipients, BouncePolicy.Stop, cancel)).ToDictionary(j => j.Recipient.Id, j => j.Cause.ToString());

    /// <summary>Those of some recipients that somebody has to look at.</summary>
    public Task<IReadOnlyList<(Recipient Recipient, AddressHistory History, BounceCause Cause)>> Concerns(
        IEnumerable<Recipient> recipients, CancellationToken cancel) =>
        Judged(recipients, BouncePolicy.Concern, cancel);

    /// <summary>A person says that a recipient's address is right: mails go to it again. False where nothing was wrong with it.</summary>
    public async Task<bool> Resolve(string recipient, string by, CancellationToken cancel)
    {
        while (true)
        {
            if (await addresses.Find(recipient, cancel) is not { Bounces.Count: > 0 } history)
                return false;
            if (await addresses.Save(history with { Bounces = [], ResolvedAt = clock.GetUtcNow(), ResolvedBy = by }, cancel))
                return true;
        }
    }

    /// <summary>Adds a bounce of a recipient's present address.</summary>
    public async Task Add(Recipient recipient, Bounce bounce, CancellationToken cancel)
    {
        while (true)
        {
            var kept = await addresses.Find(recipient.Id, cancel);
            var history =
                kept?.Address == recipient.Address ? kept : new AddressHistory(recipient.Id, recipient.Address) { ETag = kept?.ETag };
            if (await addresses.Save(history.With(bounce), cancel))
                return;
        }
    }

    private async Task<IReadOnlyList<(Recipient Recipient, AddressHistory History, BounceCause Cause)>> Judged(
        IEnumerable<Recipient> recipients, Func<AddressHistory, DateTimeOffset, BounceCause?> judge, CancellationToken cancel)
    {
        var (known, now) = ((await addresses.List(cancel)).ToDictionary(h => h.Recipient), clock.GetUtcNow());
        return
        [
            .. from recipient in recipients
               let history = known.GetValueOrDefault(recipient.Id)
               where history?.Address == recipient.Address
               let cause = judge(history, now)
               where cause is not null
               select (recipient, history, cause),
        ];
    }
}
