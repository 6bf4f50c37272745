using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Laws;

/// <summary>Which States named laws for an article; each State stands in one of the lists.</summary>
/// <param name="With">Those that named one, with how many, repealed ones left out.</param>
/// <param name="NoSpecificLaw">Those that said that they have none of their own.</param>
/// <param name="Missing">Those of which nothing is known.</param>
/// <param name="NotParties">Those that are known not to be parties, and named none.</param>
public sealed record ArticleCoverage(
    IReadOnlyList<(State State, int Laws)> With, IReadOnlyList<State> NoSpecificLaw, IReadOnlyList<State> Missing,
    IReadOnlyList<State> NotParties) : IPublic;

/// <summary>An article for which a State named no law.</summary>
/// <param name="Article">The article.</param>
/// <param name="IsParty">False where the State is known not to be a party to the instrument.</param>
public sealed record MissingArticle(ArticleRef Article, bool IsParty) : IPublic;

/// <summary>For how much of the conventions the library has laws, and of whom.</summary>
public sealed class LawCoverage(StateCatalog states, PartyList parties)
{
    /// <summary>The articles of which every party ought to name its laws: those that requests rest on.</summary>
    public static IReadOnlyList<ArticleRef> Wanted { get; } =
    [
        .. new[] { "13", "16", "17", "18" }.Select(a => new ArticleRef(Instrument.Untoc, a)),
        .. new[] { "44", "45", "46" }.Select(a => new ArticleRef(Instrument.Uncac, a)),
    ];

    /// <summary>Who has laws for an article.</summary>
    public ArticleCoverage Of(IEnumerable<Law> laws, Instrument instrument, string article, DateOnly day)
    {
        var named = laws.Where(l => Names(l, instrument, article, day)).ToLookup(l => l.State);
        var all = states.All.Where(s => !s.IsJurisdiction || named.Contains(s.Alpha3)).ToLookup(s => Place(s, named, instrument));
        return new(
            [.. all[Standing.With].Select(s => (s, named[s.Alpha3].Count(l => l.Type != LawType.NoSpecificLaw)))],
            [.. all[Standing.NoSpecificLaw]], [.. all[Standing.Missing]], [.. all[Standing.NotParty]]);
    }

    /// <summary>The articles that requests rest on, for which a State named neither a law nor that it has none.</summary>
    public IReadOnlyList<MissingArticle> Missing(IEnumerable<Law> laws, StateCode state, DateOnly day)
    {
        var own = laws.Where(l => l.State == state).ToList();
        return
        [
            .. Wanted.Where(w => !own.Exists(l => Names(l, w.Instrument, w.Article, day)))
                .Select(w => new MissingArticle(w, !parties.IsKnownNotToBeParty(state, w.Instrument))),
        ];
    }

    /// <summary>Whether a law, as it stands on a day, carries out an article, or says that there is none that does.</summary>
    public static bool Names(Law law, Instrument instrument, string article, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Listed && !LawSearch.IsRepealed(law, day)
            && law.Provisions.Any(p => p.Articles.Any(a => a.Instrument == instrument && a.Article == article));
    }

    private Standing Place(State state, ILookup<StateCode, Law> named, Instrument instrument) => state switch
    {
        _ when named[state.Alpha3].Any(l => l.Type != LawType.NoSpecificLaw) => Standing.With,
        _ when named.Contains(state.Alpha3) => Standing.NoSpecificLaw,
        _ when parties.IsKnownNotToBeParty(state.Alpha3, instrument) => Standing.NotParty,
        _ => Standing.Missing,
    };

    private enum Standing
    {
        With,
        NoSpecificLaw,
        Missing,
        NotParty,
    }
}
