using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker;

internal sealed class InvocationTrace : TraceContext
{
    public static InvocationTrace Instance { get; } = new();

    public override string TraceParent => Activity.Current?.Id ?? "";

    public override string TraceState => Activity.Current?.TraceStateString ?? "";
}
