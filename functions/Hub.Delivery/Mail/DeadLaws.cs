using Hub.Notices.Outbox;
using Hub.Register.Laws;
using Hub.Register.Log;
using Hub.Register.States;

namespace Hub.Delivery.Mail;

/// <summary>
/// The laws of a State that are not to be had at their address any more: each mail to that State says so until it is put right.
/// </summary>
public sealed class DeadLaws(ILinkCheckStore checks, IRegisterStore register, TimeProvider clock)
{
    private const int MostTold = 10;
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    // A round of mails asks for hundreds of States in as many seconds.
    private (DateTimeOffset At, ILookup<StateCode, Law> Laws)? _found;

    /// <summary>Some of them, the longest known first.</summary>
    public async Task<IReadOnlyList<DeadLaw>> Of(StateCode state, CancellationToken cancel)
    {
        if (_found is not { } found || clock.GetUtcNow() - found.At > Fresh)
            _found = found = (clock.GetUtcNow(), await Find(cancel));
        return [.. found.Laws[state].Take(MostTold).Select(l => new DeadLaw(l.TitleOriginal, l.OfficialUrl!))];
    }

    private async Task<ILookup<StateCode, Law>> Find(CancellationToken cancel)
    {
        var dead = (await checks.List(cancel)).Where(c => c.IsDead).OrderBy(c => c.FailingSince ?? c.CheckedOn).ToList();
        var laws = (await register.Read(Fresh, cancel)).Laws;
        return dead.Select(c => (Check: c, Law: laws.GetValueOrDefault(c.LawId)))
            .Where(d => d.Law is { Listed: true } law && law.OfficialUrl == d.Check.Url).Select(d => d.Law!).ToLookup(l => l.State);
    }
}
