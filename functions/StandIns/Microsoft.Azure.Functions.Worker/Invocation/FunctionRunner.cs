using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs one invocation, and writes its outputs once it has succeeded.</summary>
internal sealed class FunctionRunner(Pipeline pipeline, OutputWriter outputs, IServiceScopeFactory scopes)
{
    /// <summary>Runs a function that no HTTP request asked for, in a scope of its own.</summary>
    public async Task Run(
        FunctionEntry function, object trigger, IReadOnlyDictionary<string, object?> data, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await Run(new InvocationContext(function, scope.ServiceProvider, trigger) { TriggerData = data, Cancellation = cancellation });
    }

    public async Task Run(InvocationContext context)
    {
        await pipeline.Run(context);
        if (context.Function.Returns.Outputs.Count > 0)
            await outputs.Write(context);
    }
}
