using Hub.Register.Laws;
using Hub.Register.Log;

namespace Hub.Operations.Links;

/// <summary>Looks at the address of each law of the library once a week, a few at a time and no site twice in a run.</summary>
public sealed class LinkChecks(IRegisterStore register, ILinkCheckStore store, ILinkClient client, TimeProvider clock)
{
    /// <summary>How many a run looks at.</summary>
    public const int MostOfRun = 20;

    // Whoever was interrupted while it looked tries again in a day: an address that ends the process does so once a day at most.
    private static readonly TimeSpan Claimed = TimeSpan.FromDays(1);

    // Functions are ended after a while, and with them the process: slow sites are left to the next run.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>Looks at those that are due; what came of it.</summary>
    public async Task<IReadOnlyList<LinkCheck>> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var laws = (await register.Read(Fresh, cancel)).Laws;
        var due = await Due([.. laws.Values.Where(l => l is { Listed: true, OfficialUrl: not null })], now, cancel);
        var looked = new List<LinkCheck>();
        foreach (var check in due)
        {
            cancel.ThrowIfCancellationRequested();
            if (clock.GetUtcNow() - now > LongestRun)
                break;
            await store.Save(check with { DueAt = now + Claimed }, cancel);
            var answer = await client.Look(new(check.Url), cancel);
            looked.Add(LinkVerdict.Of(check, laws[check.LawId], answer, clock.GetUtcNow()));
            await store.Save(looked[^1], cancel);
        }
        return looked;
    }

    private async Task<IReadOnlyList<LinkCheck>> Due(IReadOnlyList<Law> laws, DateTimeOffset now, CancellationToken cancel)
    {
        var known = (await store.List(cancel)).ToDictionary(c => c.LawId);
        return
        [
            .. laws.Select(l => Known(known.GetValueOrDefault(l.LawId), l)).Where(c => c.DueAt <= now)
                .OrderBy(c => c.DueAt).ThenBy(c => c.LawId, StringComparer.Ordinal)
                .DistinctBy(c => new Uri(c.Url).Host).Take(MostOfRun),
        ];
    }

    // An address that its State changed is looked at anew.
    private static LinkCheck Known(LinkCheck? check, Law law) =>
        check?.Url == law.OfficialUrl ? check! : new() { LawId = law.LawId, Url = law.OfficialUrl! };
}
