using Hub.Register.Problems;

namespace Hub.Notices;

/// <summary>Problems that are found when a notice comes in, besides those of its form.</summary>
public static class IntakeProblems
{
    /// <summary>The field that names the notice which it amends.</summary>
    public const string AmendsField = "/amends";

    /// <summary>Whether a problem was found when the notice came in, and cannot be found again by reading its form.</summary>
    public static bool Includes(Problem problem) =>
        problem.Code is ProblemCode.V17 or ProblemCode.V18 || problem.IsAt(NoticeFile.Field) || problem.IsAt(MailSource.Field)
            || (problem.IsAt(AmendsField) && problem.Code == ProblemCode.F06);
}
