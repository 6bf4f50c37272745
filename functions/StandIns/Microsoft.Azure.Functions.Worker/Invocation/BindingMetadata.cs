namespace Microsoft.Azure.Functions.Worker;

/// <summary>A binding of a function: what it is called, its kind (<c>httpTrigger</c>...) and its direction.</summary>
public abstract class BindingMetadata
{
    public abstract string Name { get; }

    public abstract string Type { get; }

    public abstract BindingDirection Direction { get; }
}
