namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads what an invocation brought and gave.</summary>
public static class FunctionContextBindingFeatureExtensions
{
    /// <summary>What the function returned, once it has run.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) => new((InvocationContext)context);
}
