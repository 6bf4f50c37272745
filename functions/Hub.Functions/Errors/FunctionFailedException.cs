namespace Hub.Functions.Errors;

/// <summary>That a function failed: where and with what kind of error, without the message, which might quote what it worked on.</summary>
/// <param name="function">The function.</param>
/// <param name="cause">What was thrown.</param>
internal sealed class FunctionFailedException(string function, Exception cause)
    : Exception($"{function}: {cause.GetType().Name} {Place(cause)}")
{
    private static string Place(Exception e) =>
        e.StackTrace?.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains(" Hub.", StringComparison.Ordinal)) ?? "";
}
