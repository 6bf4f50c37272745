using Hub.Operations.Terms;

namespace Hub.Operations.Erasures;

/// <summary>What a person is found by in texts, and how a text looks without it.</summary>
public sealed class PersonalTerms
{
    /// <summary>Stands where something was.</summary>
    public const string Erased = "[erased]";

    private readonly IReadOnlyList<ITerm> _terms;

    /// <summary>The terms of a request about a person.</summary>
    public PersonalTerms(ErasureRequest request) => _terms =
    [
        .. request.Names.Select(n => new NameTerm(n)),
        .. request.Addresses.Select(a => new AddressTerm(a)),
        .. request.Numbers.Select(n => new NumberTerm(n)),
    ];

    /// <summary>Why a person cannot be found by what a request gives, as a sentence; null where that is well.</summary>
    public static string? Refusal(ErasureRequest request) =>
        request.Names.FirstOrDefault(n => !NameTerm.IsUsable(n)) is not null
            ? "Each of 'names' needs a whole name of 3 letters or more (2 in Chinese) and 200 characters at most."
            : request.Addresses.FirstOrDefault(a => !AddressTerm.IsUsable(a)) is not null
                ? "Each of 'addresses' must be a whole e-mail address, such as name@example.org."
                : request.Numbers.FirstOrDefault(n => !NumberTerm.IsUsable(n)) is not null
                    ? "Each of 'numbers' must be a telephone number of 6 to 15 digits."
                    : null;

    /// <summary>Whether a text names the person.</summary>
    public bool Matches(string? text) => !string.IsNullOrEmpty(text) && _terms.Any(t => t.In(text).Any());

    /// <summary>A text with a mark in each place where it named the person; the same text where it did not.</summary>
    public string Without(string text)
    {
        var spans = _terms.SelectMany(t => t.In(text)).OrderBy(s => s.Start).ToList();
        if (spans.Count == 0)
            return text;
        var (left, at) = (new System.Text.StringBuilder(text.Length), 0);
        foreach (var (start, end) in spans)
        {
            // Two terms may have found the same place.
            if (start >= at)
                left.Append(text, at, start - at).Append(Erased);
            at = Math.Max(at, end);
        }
        return left.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The same for a text that may be absent.</summary>
    public string? Left(string? text) => text is null ? null : Without(text);
}
