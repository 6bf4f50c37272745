using Hub.Notices;
using Hub.Notices.Access;
using Hub.Register.Log;
using Hub.Register.Networks;

namespace Hub.Intake.Submissions;

/// <summary>
/// Puts the memberships that come with the hub into an empty register, once, by the road every change takes (I2). Broken off, it goes on at
/// the next start; afterwards the memberships are kept by notices alone.
/// </summary>
public sealed class NetworkSeeder(OwnNotices own, INoticeStore notices, IRegisterStore register, NetworkCatalog networks)
{
    private const string Reason = "The memberships that come with the hub, each with its source.";

    /// <summary>Seeds what is to be seeded; how many memberships that were.</summary>
    public async Task<int> Seed(CancellationToken cancel)
    {
        var all = NetworkSeed.Notices(networks);
        var snapshot = await register.Read(TimeSpan.Zero, cancel);
        if (!await IsOpen(snapshot.Head.Sequence, all.Sum(n => n.Memberships.Count), cancel))
            return 0;
        var missing = all.Where(n => n.Memberships.Any(m => !snapshot.Memberships.ContainsKey((m.Network, m.State)))).ToList();
        foreach (var notice in missing)
            await own.Commit(notice.Form, Reason, cancel);
        return missing.Sum(n => n.Memberships.Count);
    }

    // An empty log; or one that begins with the hub's own notice and is too short to hold them all.
    private async Task<bool> IsOpen(long head, int memberships, CancellationToken cancel)
    {
        if (head == 0 || head >= memberships)
            return head == 0;
        var first = await register.ReadEvents(0, 1, cancel);
        return first[0].Facts.NoticeId is { } id && await notices.Find(id, cancel) is { } notice && notice.Sender.Name == Caller.Hub.Name;
    }
}
