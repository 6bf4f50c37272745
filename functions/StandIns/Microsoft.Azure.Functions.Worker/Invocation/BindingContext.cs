namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the trigger says beside its payload.</summary>
public abstract class BindingContext
{
    public abstract IReadOnlyDictionary<string, object?> BindingData { get; }
}
