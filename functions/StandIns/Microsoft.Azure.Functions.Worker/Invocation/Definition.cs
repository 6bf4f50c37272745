using System.Collections.Immutable;
using System.Reflection;

namespace Microsoft.Azure.Functions.Worker;

internal sealed class Definition(string name, MethodInfo method, Binding trigger, IEnumerable<Binding> outputs) : FunctionDefinition
{
    public override ImmutableArray<FunctionParameter> Parameters { get; } =
        [.. method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType))];

    public override string PathToAssembly => method.DeclaringType!.Assembly.Location;

    public override string EntryPoint { get; } = $"{method.DeclaringType!.FullName}.{method.Name}";

    public override string Id => name;

    public override string Name => name;

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty.Add(trigger.Name, trigger);

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        outputs.ToImmutableDictionary(o => o.Name, o => (BindingMetadata)o);
}
