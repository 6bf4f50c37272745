using System.Runtime.CompilerServices;
using Hub.Register.Log;
using Hub.Register.Problems;
using Hub.Register.Records;
using Hub.Register.States;
using Hub.Register.Text;

namespace Hub.Register.Lookup;

/// <summary>Where a word of a search was found.</summary>
public enum FoundIn
{
    /// <summary>In the name of the office, its unit or its institution.</summary>
    Name,

    /// <summary>It names the State.</summary>
    State,

    /// <summary>It names what the office is designated for.</summary>
    Function,

    /// <summary>In the name, but for a slip.</summary>
    SimilarName,
}

/// <summary>Why an office was found.</summary>
/// <param name="Word">A word as it was typed.</param>
/// <param name="In">Where it was found.</param>
public sealed record FoundWord(string Word, FoundIn In);

/// <summary>An office that was found.</summary>
/// <param name="Office">What everyone may see of it.</param>
/// <param name="Words">Why.</param>
/// <param name="Score">How well it fits.</param>
public sealed record FoundOffice(PublicOffice Office, IReadOnlyList<FoundWord> Words, int Score);

/// <summary>A word for what offices are designated for.</summary>
/// <param name="Word">The word, folded.</param>
/// <param name="Means">Which designations it is for.</param>
public sealed record FunctionWord(string Word, Func<PublicFunction, bool> Means);

/// <summary>
/// Searches offices by words in any language: of their names, of their States, of what they are designated for. Only who may read the
/// records searches names: otherwise what is found would tell them.
/// </summary>
/// <param name="states">The States.</param>
/// <param name="functions">The words for designations.</param>
public sealed class OfficeSearch(StateLookup states, IReadOnlyList<FunctionWord> functions)
{
    private const int MostWords = 12;
    private const int LongestState = 6;
    private static readonly ConditionalWeakTable<Authority, string[]> Names = [];

    /// <summary>The offices that fit best, the best first.</summary>
    public IReadOnlyList<FoundOffice> Find(RegisterSnapshot register, string text, DateOnly day, bool withNames)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > FoldedText.Longest)
            return [];
        var terms = Terms([.. FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)])
            .Where(t => t.Word.Length > 2 || !char.IsAscii(t.Word[0])).ToList();
        var found = Fitting(terms);
        // A word that is found nowhere may be a State's name with a slip.
        var unmet = terms.Where(t => t.State is null && found.TrueForAll(f => f.Words.All(w => w.Word != t.Word)))
            .ToDictionary(t => t, t => states.Find(t.Word).State?.Alpha3);
        if (unmet.Values.Any(s => s is not null))
            found = Fitting(terms = [.. terms.Select(t => unmet.GetValueOrDefault(t) is { } state ? t with { State = state } : t)]);
        // Who names a State wants its offices: another's of a better name would be taken for one of them.
        var named = terms.Select(t => t.State).OfType<StateCode>().ToHashSet();
        if (found.Exists(f => named.Contains(f.Office.Record.State)))
            found.RemoveAll(f => !named.Contains(f.Office.Record.State));
        var most = found.Count == 0 ? 0 : found.Max(f => f.Words.Count);
        return
        [
            .. found.Where(f => f.Words.Count == most).OrderByDescending(f => f.Score)
                .ThenBy(f => f.Office.Record.State.Value, StringComparer.Ordinal).ThenBy(f => f.Office.Id, StringComparer.Ordinal),
        ];

        List<FoundOffice> Fitting(List<Term> all) =>
            [.. register.Authorities.Values.Select(a => Fit(a, all, day, withNames)).OfType<FoundOffice>()];
    }

    private sealed record Term(string Word, StateCode? State, IReadOnlyList<Func<PublicFunction, bool>> Functions);

    // Several words together may be a State's name: the longest run is taken.
    private IEnumerable<Term> Terms(string[] words)
    {
        for (var i = 0; i < words.Length;)
        {
            var run = Enumerable.Range(1, Math.Min(LongestState, words.Length - i)).Reverse()
                .Select(n => string.Join(' ', words[i..(i + n)])).FirstOrDefault(r => r.Length > 3 && states.Exact(r) is not null);
            var word = run ?? words[i];
            yield return new(
                word, run is null ? null : states.Exact(run)!.Alpha3, [.. functions.Where(f => IsWord(f.Word, word)).Select(f => f.Means)]);
            i += run?.Split(' ').Length ?? 1;
        }
    }

    private static bool IsWord(string known, string word) =>
        known == word || (word.Length >= 4 && known.StartsWith(word, StringComparison.Ordinal));

    private static FoundOffice? Fit(Authority record, List<Term> terms, DateOnly day, bool withNames)
    {
        var office = PublicOffice.Of(record, day);
        if (office.Functions.Count == 0)
            return null;
        var hits = terms.Select(t => (t.Word, Hit: Hit(record, office, t, withNames))).Where(h => h.Hit is not null)
            .Select(h => (h.Word, h.Hit!.Value.In, h.Hit.Value.Score)).ToList();
        return hits.Count == 0 ? null : new(office, [.. hits.Select(h => new FoundWord(h.Word, h.In))], hits.Sum(h => h.Score));
    }

    private static (FoundIn In, int Score)? Hit(Authority record, PublicOffice office, Term term, bool withNames)
    {
        if (term.State == office.Record.State)
            return (FoundIn.State, 8);
        if (withNames && NameScore(record, term.Word) is { } name)
            return name;
        return term.Functions.Any(f => office.Functions.Any(f)) ? (FoundIn.Function, 4) : null;
    }

    private static (FoundIn, int)? NameScore(Authority record, string word)
    {
        var words = Names.GetValue(record, WordsOf);
        if (words.Contains(word, StringComparer.Ordinal))
            return (FoundIn.Name, 6);
        if (words.Any(w => w.StartsWith(word, StringComparison.Ordinal) && (word.Length > 2 || !char.IsAscii(word[0]))))
            return (FoundIn.Name, 5);
        // Chinese and Japanese put no spaces between words.
        if (!char.IsAscii(word[0]) && words.Any(w => w.Contains(word, StringComparison.Ordinal)))
            return (FoundIn.Name, 5);
        return word.Length >= 5 && words.Any(w => Math.Abs(w.Length - word.Length) <= 1 && w[0] == word[0] && Nearest.Edits(w, word) <= 1)
            ? (FoundIn.SimilarName, 3) : null;
    }

    private static string[] WordsOf(Authority record) =>
    [
        .. record.Restricted.AuthorityName.Values.Append(record.Restricted.UnitName).Append(record.Restricted.ParentInstitution)
            .SelectMany(n => FoldedText.Of(n ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct(),
    ];
}
