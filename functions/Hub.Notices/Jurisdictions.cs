using System.Text.RegularExpressions;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Notices;

/// <summary>The parts of a State that an authority can be competent for, by ISO 3166-2 or as territories. Everyone sees them.</summary>
internal static partial class Jurisdictions
{
    /// <summary>What is wrong with the code of one, of a State.</summary>
    public static IEnumerable<Problem> Problems(string? code, StateCode state, StateCatalog states, string field)
    {
        if (code is null || IsOf(code, state, states))
            return [];
        return Subdivision().IsMatch(code) || StateCode.IsWellFormed(code)
            ? [Problem.Refuse(ProblemCode.F06, field, code)]
            : [Problem.Refuse(ProblemCode.F03, field, $"{states[state].Alpha2 ?? "XX"}-… (ISO 3166-2)")];
    }

    private static bool IsOf(string code, StateCode state, StateCatalog states) => StateCode.IsWellFormed(code)
        ? states[new(code)].Of == state
        : Subdivision().IsMatch(code) && code[..2].Equals(states[state].Alpha2, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^[A-Za-z]{2}-[A-Za-z0-9]{1,3}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Subdivision();
}
