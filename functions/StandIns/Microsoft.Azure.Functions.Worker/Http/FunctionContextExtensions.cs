using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads the request behind an invocation.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request's context, or null where no HTTP request asked for the invocation.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(InvocationContext.HttpContextKey, out var http) ? http as HttpContext : null;
}
