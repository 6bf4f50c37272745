using Hub.Notices.Recipients;
using Hub.Register.Log;

namespace Hub.Delivery.Confirmations;

/// <summary>
/// Lists what a person should look at, State by State. Nothing is stored for it: an item closes when what is wrong is mended.
/// </summary>
public sealed class QualityReport(IRegisterStore register, RecipientDirectory recipients, BouncingAddresses bounces, TimeProvider clock)
{
    /// <summary>The States that have something wrong, in the order of their codes.</summary>
    public async Task<IReadOnlyList<StateQuality>> List(CancellationToken cancel)
    {
        var (snapshot, day) = (await register.Read(TimeSpan.FromSeconds(1), cancel), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var bounced = (await bounces.Concerns(await recipients.List(cancel), cancel)).ToLookup(c => c.Recipient.State, Bounced);
        var laws = snapshot.Laws.Values.ToLookup(l => l.State);
        return
        [
            .. snapshot.ByState.Keys.Concat(bounced.Select(b => b.Key)).Concat(laws.Select(l => l.Key)).Distinct()
                .OrderBy(s => s.Value, StringComparer.Ordinal)
                .Select(s => new StateQuality(
                    s, [.. bounced[s], .. QualityRules.Of(snapshot.Of(s), day), .. QualityRules.Of(laws[s], day)]))
                .Where(s => s.Items.Count > 0),
        ];
    }

    private static QualityItem Bounced((Recipient Recipient, AddressHistory History, BounceCause Cause) concern) => new(
        QualityKind.Bounced, concern.Recipient.Id, concern.Cause.ToString(),
        DateOnly.FromDateTime(concern.History.Bounces[^1].At.UtcDateTime))
    {
        Cause = concern.Cause,
    };
}
