using System.Runtime.CompilerServices;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Register.Laws;

/// <summary>Searches the library. What its State does not want listed is found by nobody.</summary>
public sealed class LawSearch(StateCatalog states)
{
    private static readonly ConditionalWeakTable<Law, string> Folded = [];

    /// <summary>The laws that match, by the names of their States in a language, the oldest of a State first.</summary>
    public IReadOnlyList<Law> Find(IEnumerable<Law> laws, LawQuery query, Language language)
    {
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(query);
        var words = query.Text is { } text ? FoldedText.Words(text) : null;
        var found = laws.Where(l => l.Listed && Matches(l, query) && (words is null || HasAll(l, words))).ToList();
        found.Sort(Order(language));
        return found;
    }

    /// <summary>The order of the library: by the names of States in a language, then by the day of adoption.</summary>
    public IComparer<Law> Order(Language language)
    {
        var names = StringComparer.Create(language.Culture(), ignoreCase: false);
        return Comparer<Law>.Create((one, other) =>
            names.Compare(states[one.State].Name(language), states[other.State].Name(language)) is not 0 and var byName ? byName
            : (one.State.Value, Day(one), one.LawId).CompareTo((other.State.Value, Day(other), other.LawId)));
    }

    /// <summary>
    /// Whether a law is known to be in force on a day. Of one whose status is not known only its dates tell; one that is repealed without a
    /// day was in force until nobody knows when.
    /// </summary>
    public static bool IsInForce(LawContent law, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(law);
        var isKnown = law.Status is not (LawStatus.NotYet or LawStatus.Unknown);
        var from = law.Dates.InForce ?? (isKnown ? (DateOnly?)(law.Dates.Published ?? law.Dates.Adopted ?? DateOnly.MinValue) : null);
        return law.Type != LawType.NoSpecificLaw && from <= day
            && (law.Dates.Repealed is { } end ? day < end : law.Status is not (LawStatus.Repealed or LawStatus.Unknown));
    }

    /// <summary>Whether a law is repealed on a day.</summary>
    public static bool IsRepealed(LawContent law, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(law);
        return law.Dates.Repealed is { } end ? end <= day : law.Status == LawStatus.Repealed;
    }

    private static DateOnly Day(Law law) => law.Dates.Adopted ?? DateOnly.MaxValue;

    private bool Matches(Law law, LawQuery query) =>
        (query.State is null || law.State == query.State)
        && (query.Type is null || law.Type == query.Type)
        && (query.Region is null || states[law.State].Subregion == query.Region)
        && (query.InForceOn is not { } day || IsInForce(law, day))
        && (query is { Instrument: null, Article: null, Paragraph: null, Topic: null, CrimeType: null } || law.Provisions.Any(query.Wants));

    // Words of nothing but signs find nothing, and not all there is.
    private static bool HasAll(Law law, IReadOnlyList<string> words)
    {
        var text = Folded.GetValue(law, Fold);
        return words.Count > 0 && words.All(w => text.Contains(w, StringComparison.Ordinal));
    }

    private static string Fold(Law law) => string.Join(
        ' ',
        new[] { law.TitleOriginal, law.ShortTitle, law.Number }.Concat(law.Titles?.Values ?? [])
            .Concat(law.Provisions.Select(p => p.Heading)).OfType<string>().SelectMany(FoldedText.Words));
}
