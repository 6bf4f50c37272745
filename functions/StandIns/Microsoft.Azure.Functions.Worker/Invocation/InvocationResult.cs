namespace Microsoft.Azure.Functions.Worker;

/// <summary>What an invocation returned; middleware may replace it.</summary>
public sealed class InvocationResult
{
    private readonly InvocationContext _context;

    internal InvocationResult(InvocationContext context) => _context = context;

    /// <summary>The value; null when the function returned several outputs at once.</summary>
    public object? Value
    {
        get => _context.Result;
        set => _context.Result = value;
    }
}
