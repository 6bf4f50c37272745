using System.Globalization;

namespace Hub.Register.Problems;

/// <summary>Lists of problems that a person can still read, and a row of a table still holds.</summary>
public static class ProblemLists
{
    /// <summary>Problems listed at most.</summary>
    public const int Most = 100;

    /// <summary>The gravest, and how many more there are (F08).</summary>
    public static IReadOnlyList<Problem> Capped(this IEnumerable<Problem> problems)
    {
        var all = problems.Distinct().OrderByDescending(p => p.Outcome).ToList();
        var listed = all.Where(p => p.Code != ProblemCode.F08).ToList();
        if (listed.Count <= Most)
            return all;
        var counted = all.Where(p => p.Code == ProblemCode.F08).ToList();
        var more = listed.Count - Most + counted.Sum(p => int.Parse(p.Arguments[0], CultureInfo.InvariantCulture));
        var gravest = counted.Append(listed[Most]).Max(p => p.Outcome);
        return [.. listed.Take(Most), new(ProblemCode.F08, "", gravest, [more.ToString(CultureInfo.InvariantCulture)])];
    }
}
