using Hub.Register.Problems;

namespace Hub.Functions.Errors;

/// <summary>A body whose form is wrong, with every problem.</summary>
/// <param name="problems">The problems.</param>
public sealed class FormException(IReadOnlyList<Problem> problems) : Exception("The form is wrong")
{
    /// <summary>The problems.</summary>
    public IReadOnlyList<Problem> Problems => problems;
}
