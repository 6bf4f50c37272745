using Hub.Register.Problems;

namespace Hub.Intake.Files.Unpacking;

/// <summary>Thrown by readers where a file must not be taken.</summary>
/// <param name="code">Why.</param>
internal sealed class RefusedFileException(ProblemCode code) : Exception($"{code}")
{
    /// <summary>Why.</summary>
    public ProblemCode Code => code;
}
