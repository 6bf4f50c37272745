using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>A function that was found, checked and compiled.</summary>
internal sealed record FunctionEntry(
    Definition Definition, TriggerBindingAttribute Trigger, Func<InvocationContext, ValueTask<object?>> Call, Returns Returns)
{
    public string Name => Definition.Name;
}
