using System.Collections.Immutable;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Log;

/// <summary>The register as it stood at one event of the log. Immutable: readers may keep it as long as they like.</summary>
public sealed record RegisterSnapshot
{
    /// <summary>An empty register.</summary>
    public static RegisterSnapshot Empty { get; } = new();

    /// <summary>The event it stands at.</summary>
    public Head Head { get; init; } = Head.Empty;

    /// <summary>The records by id.</summary>
    public ImmutableDictionary<string, Authority> Authorities { get; init; } = ImmutableDictionary<string, Authority>.Empty;

    /// <summary>The ids of each State's records.</summary>
    public ImmutableDictionary<StateCode, ImmutableSortedSet<string>> ByState { get; private init; } =
        ImmutableDictionary<StateCode, ImmutableSortedSet<string>>.Empty;

    /// <summary>The memberships by network and State.</summary>
    public ImmutableDictionary<(string Network, StateCode State), Membership> Memberships { get; init; } =
        ImmutableDictionary<(string, StateCode), Membership>.Empty;

    /// <summary>What States declared.</summary>
    public ImmutableDictionary<StateCode, StateFacts> States { get; init; } = ImmutableDictionary<StateCode, StateFacts>.Empty;

    /// <summary>The laws of the library by id.</summary>
    public ImmutableDictionary<string, Law> Laws { get; init; } = ImmutableDictionary<string, Law>.Empty;

    /// <summary>
    /// The law of a State that is known by a key, other than one that is named: one that was taken out of the library is known, too.
    /// </summary>
    public Law? LawOf(StateCode state, LawKey key, string? but = null) => Laws.Values
        .Where(l => l.State == state && l.LawId != but && LawKey.Of(l) == key).MinBy(l => l.LawId, StringComparer.Ordinal);

    /// <summary>The version of a record or law; null for what is not there.</summary>
    public int? VersionOf(string id) => Authorities.GetValueOrDefault(id)?.Version ?? Laws.GetValueOrDefault(id)?.Version;

    /// <summary>The notice that the present version of a record or law came from.</summary>
    public string? NoticeOf(string id) =>
        Authorities.GetValueOrDefault(id)?.Secretariat.SourceNotice ?? Laws.GetValueOrDefault(id)?.NoticeId;

    /// <summary>The records of a State, withdrawn ones included.</summary>
    public IEnumerable<Authority> Of(StateCode state) =>
        ByState.GetValueOrDefault(state)?.Select(id => Authorities[id]) ?? [];

    /// <summary>What a State declared; nothing where it never did.</summary>
    public StateFacts FactsOf(StateCode state) => States.GetValueOrDefault(state) ?? new StateFacts { State = state };

    /// <summary>The snapshot after a commit.</summary>
    public RegisterSnapshot With(IEnumerable<RecordWrite> writes, Head head) =>
        writes.Aggregate(this, (snapshot, write) => snapshot.With(write)) with { Head = head };

    private RegisterSnapshot With(RecordWrite write) => write switch
    {
        AuthorityWrite(var authority, _) => this with
        {
            Authorities = Authorities.SetItem(authority.Id, authority),
            ByState = ByState.SetItem(
                authority.State(),
                (ByState.GetValueOrDefault(authority.State()) ?? ImmutableSortedSet.Create<string>(StringComparer.Ordinal))
                    .Add(authority.Id)),
        },
        MembershipWrite(var membership) => this with
        {
            Memberships = Memberships.SetItem((membership.Network, membership.State), membership),
        },
        LawWrite(var law, _) => this with { Laws = Laws.SetItem(law.LawId, law) },
        StateWrite(var facts) => this with { States = States.SetItem(facts.State, facts) },
        _ => throw new NotSupportedException($"{write.GetType().Name} is no write to the register."),
    };
}
