namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks what a function writes: its return value, or a property of it.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public abstract class OutputBindingAttribute : BindingAttribute
{
}
