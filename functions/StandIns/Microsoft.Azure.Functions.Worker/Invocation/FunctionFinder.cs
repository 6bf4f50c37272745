using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Finds the functions among types; what it cannot run it refuses, every problem at once.</summary>
internal sealed class FunctionFinder(Problems problems)
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public IReadOnlyList<FunctionEntry> Find(IEnumerable<Type> types)
    {
        var found = types.Where(t => t.IsClass && t.IsVisible)
            .SelectMany(t => t.GetMethods(Public))
            .Select(m => (Method: m, m.GetCustomAttribute<FunctionAttribute>()?.Name))
            .Where(f => f.Name is not null)
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        foreach (var twice in found.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
            problems.Add($"Function '{twice.Key}' is there {twice.Count()} times; each name may be used once.");
        return [.. found.Select(f => Entry(f.Name!, f.Method)).OfType<FunctionEntry>()];
    }

    private FunctionEntry? Entry(string name, MethodInfo method)
    {
        var known = problems.Count;
        var parameter = method.GetParameters().SingleOrDefault(p => p.GetCustomAttribute<TriggerBindingAttribute>() is not null);
        var trigger = parameter?.GetCustomAttribute<TriggerBindingAttribute>();
        if (trigger is null)
            problems.Add($"Function '{name}' has no trigger: " +
                "mark one parameter with [HttpTrigger], [TimerTrigger] or [ServiceBusTrigger].");
        if (trigger is HttpTriggerAttribute { AuthLevel: not AuthorizationLevel.Anonymous } http)
            problems.Add($"Function '{name}' asks for AuthorizationLevel.{http.AuthLevel}; " +
                "the stand-in has no function keys, so only Anonymous is served.");
        var binders = method.GetParameters().Select(p => ParameterBinder.For(name, p, trigger, problems)).ToArray();
        var returns = ReturnReader.Read(name, method, trigger, problems);
        if (problems.Count > known)
            return null;
        var definition = new Definition(name, method, new Binding(parameter!.Name!, Kind(trigger!), BindingDirection.In), Outputs(returns));
        return new FunctionEntry(definition, trigger!, MethodCompiler.Compile(method, binders!), returns);
    }

    private static IEnumerable<Binding> Outputs(Returns returns) =>
        returns.Outputs.Select(o => new Binding(o.Name, "serviceBus", BindingDirection.Out));

    private static string Kind(TriggerBindingAttribute trigger)
    {
        var name = trigger.GetType().Name[..^nameof(Attribute).Length];
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
