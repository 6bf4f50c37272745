using Hub.Register.States;

namespace Hub.Notices.Access;

/// <summary>Gives keys out, replaces them without a gap, takes them away.</summary>
public sealed class KeyService(IKeyStore keys, IPersonStore people, StateCatalog states, TimeProvider clock)
{
    /// <summary>Why a caller would not be given a key; null where it would.</summary>
    public async Task<KeyRefusal?> Refusal(Caller by, Caller asked, DateTimeOffset? expires, CancellationToken cancel) =>
        Lack(asked) ?? KeyRules.Refusal(
            by, by.Making(asked), expires, await keys.List(cancel), await people.List(cancel), clock.GetUtcNow());

    /// <summary>Gives a caller a key.</summary>
    /// <param name="by">Who does.</param>
    /// <param name="asked">Whose it is to be.</param>
    /// <param name="expires">When it ends; null where no time is set.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<KeyResult> Issue(Caller by, Caller asked, DateTimeOffset? expires, CancellationToken cancel) =>
        await Refusal(by, asked, expires, cancel) is { } why
            ? new KeyResult.Refused(why)
            : new KeyResult.Given(await keys.Issue(by.Making(asked), by.Name, expires, cancel));

    /// <summary>The same for a form, which is taken once however often it is sent.</summary>
    /// <param name="form">The form's token.</param>
    /// <param name="by">Who does.</param>
    /// <param name="asked">Whose it is to be.</param>
    /// <param name="expires">When it ends; null where no time is set.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<KeyResult> IssueOnce(string form, Caller by, Caller asked, DateTimeOffset? expires, CancellationToken cancel) =>
        await Refusal(by, asked, expires, cancel) is { } why ? new KeyResult.Refused(why)
        : await keys.IssueOnce(form, by.Making(asked), by.Name, expires, cancel) is { } issued ? new KeyResult.Given(issued)
        : new KeyResult.GivenBefore();

    /// <summary>Gives out another key in a key's place; for a while both work.</summary>
    /// <param name="by">Who does.</param>
    /// <param name="own">The key that they came with; null where they signed in.</param>
    /// <param name="id">The key that is to be replaced.</param>
    /// <param name="overlap">For how long the old one goes on working.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<KeyResult> Replace(Caller by, ApiKey? own, string id, TimeSpan overlap, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if ((await keys.List(cancel)).FirstOrDefault(k => k.Id == id && k.WorksAt(now)) is not { } key)
            return new KeyResult.Refused(KeyRefusal.NoSuchKey);
        var isOwn = own is { Caller.IsFirstKey: false } && own.Id == id;
        if (!isOwn && !KeyRules.MayReplace(by, key))
            return new KeyResult.Refused(KeyRefusal.OfColleague);
        if (overlap < TimeSpan.Zero || overlap > ApiKey.LongestOverlap)
            return new KeyResult.Refused(KeyRefusal.Overlap);
        // Whoever replaces another's key has the new one in hand: from then on it counts as given by that person.
        var how = isOwn
            ? new Replacement(own!.Caller.Name, key.GivenBy, key.GivenAt, now + key.Lifetime, now + overlap)
            : new Replacement(by.Name, by.Making(key.Caller).MadeBy, now, now + key.Lifetime, now + overlap);
        return await keys.Replace(key, how, cancel) is { } issued
            ? new KeyResult.Given(issued)
            : new KeyResult.Refused(KeyRefusal.ReplacedBefore);
    }

    /// <summary>Takes a key away, with those that it replaced and that replaced it; why not, where it is not done.</summary>
    public async Task<KeyRefusal?> Revoke(string id, CancellationToken cancel)
    {
        if ((await keys.List(cancel)).Any(k => k.Id == id && k.Caller.IsFirstKey))
            return KeyRefusal.FirstKey;
        return await keys.Revoke(id, cancel) ? null : KeyRefusal.NoSuchKey;
    }

    private KeyRefusal? Lack(Caller wanted) => wanted switch
    {
        { Kind: CallerKind.State, State: null } or { Kind: CallerKind.State, Role: null } => KeyRefusal.WantsStateAndOffice,
        { Kind: not CallerKind.State, Role: not null } => KeyRefusal.WantsNoOffice,
        { State: { } state } when !states.Contains(state) => KeyRefusal.UnknownState,
        _ => null,
    };
}
