namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>The base of every binding's attribute.</summary>
public abstract class BindingAttribute : Attribute
{
}
