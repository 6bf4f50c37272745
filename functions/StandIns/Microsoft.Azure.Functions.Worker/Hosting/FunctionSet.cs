using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The functions of this app.</summary>
internal sealed record FunctionSet(IReadOnlyList<FunctionEntry> All)
{
    /// <summary>Those with one kind of trigger.</summary>
    public IEnumerable<(FunctionEntry Function, T Trigger)> Triggered<T>()
        where T : TriggerBindingAttribute => All.Where(f => f.Trigger is T).Select(f => (f, (T)f.Trigger));
}
