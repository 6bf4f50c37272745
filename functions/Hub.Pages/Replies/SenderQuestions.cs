using Hub.Notices;
using Hub.Register.Problems;

namespace Hub.Pages.Replies;

/// <summary>
/// What the sender of a notice is asked: at most three questions, the most important first. Who is asked ten answers none; the rest is for
/// the Secretariat, which sees all problems of the notice.
/// </summary>
internal static class SenderQuestions
{
    private const int Most = 3;

    // What a notice does, for whom and from when comes before how an authority is reached. What is not here comes last.
    private static readonly ProblemCode[] Ranked =
    [
        ProblemCode.V01, ProblemCode.V16, ProblemCode.V17, ProblemCode.F04, ProblemCode.F06, ProblemCode.V03, ProblemCode.V04,
        ProblemCode.V05, ProblemCode.V06, ProblemCode.V23, ProblemCode.V19, ProblemCode.V20, ProblemCode.V24, ProblemCode.V09,
        ProblemCode.V11, ProblemCode.F23, ProblemCode.F20, ProblemCode.V14, ProblemCode.V13, ProblemCode.V12, ProblemCode.V15,
    ];

    /// <summary>The questions.</summary>
    public static IReadOnlyList<Problem> Of(Notice notice) => [.. Asked(notice).Take(Most)];

    /// <summary>How many more there are.</summary>
    public static int Left(Notice notice) => Math.Max(0, Asked(notice).Count() - Most);

    // The gravest first: what would refuse the notice, what holds it, what is asked.
    private static IOrderedEnumerable<Problem> Asked(Notice notice) => notice.Problems
        .Where(p => p.Outcome is Outcome.Query or Outcome.Refuse or Outcome.Hold)
        .OrderByDescending(p => p.Outcome is Outcome.Refuse).ThenByDescending(p => p.Outcome is Outcome.Hold).ThenBy(Rank);

    private static int Rank(Problem problem) => Array.IndexOf(Ranked, problem.Code) is >= 0 and var rank ? rank : Ranked.Length;
}
