using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The way every invocation goes: the middleware, first registered outermost, and in the middle the function.</summary>
internal sealed class Pipeline(IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
{
    private readonly FunctionExecutionDelegate _whole =
        middleware.Reverse().Aggregate((FunctionExecutionDelegate)Core, (next, wrap) => wrap(next));

    public Task Run(InvocationContext context) => _whole(context);

    private static async Task Core(FunctionContext context)
    {
        var invocation = (InvocationContext)context;
        var result = await invocation.Function.Call(invocation);
        if (invocation.Function.Returns.Several)
            invocation.Produced = result;
        else
            invocation.Result = result;
    }
}
