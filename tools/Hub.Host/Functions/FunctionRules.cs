using System.Text.RegularExpressions;

namespace Hub.Host.Functions;

/// <summary>What Azure's host refuses a function for, in its words: such a function is left out and the others go on.</summary>
public sealed partial class FunctionRules
{
    private static readonly string[] KnownTypes = ["httpTrigger", "http", "timerTrigger", "serviceBusTrigger", "serviceBus"];
    private readonly List<FunctionDefinition> _accepted = [];

    /// <summary>The reason for which a function is refused, or null: then it counts for those after it.</summary>
    public string? Refuse(FunctionDefinition function)
    {
        var reason = Name(function) ?? Bindings(function.Bindings) ?? (function.Trigger.Is("httpTrigger") ? Route(function) : null);
        if (reason is null)
            _accepted.Add(function);
        return reason;
    }

    private string? Name(FunctionDefinition function)
    {
        if (!FunctionName().IsMatch(function.Name))
            return $"'{function.Name}' is not a valid function name.";
        return _accepted.Any(f => Same(f.Name, function.Name)) ? $"The function name '{function.Name}' must be unique." : null;
    }

    private static string? Bindings(IReadOnlyList<BindingDefinition> bindings)
    {
        if (bindings.Count == 0)
            return "At least one binding must be declared.";
        if (bindings.FirstOrDefault(b => !BindingName().IsMatch(b.Name)) is { } unnamed)
            return $"The binding name {unnamed.Name} is invalid. Please assign a valid name to the binding.";
        if (bindings.GroupBy(b => b.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } same)
            return $"Multiple bindings with name '{same.Last().Name}' discovered. Binding names must be unique.";
        if (bindings.Count(b => b.IsTrigger) is not 1 and var triggers)
            return triggers == 0
                ? "No trigger binding specified. A function must have a trigger input binding."
                : "Multiple trigger bindings specified. A function can only have a single trigger input binding.";
        if (bindings.FirstOrDefault(b => !KnownTypes.Any(b.Is)) is { } unknown)
            return $"The binding type(s) '{unknown.Type}' are not registered: this host has HTTP, timers and Service Bus.";
        if (bindings.FirstOrDefault(IsBeyondThisHost) is { } other)
            return $"The binding '{other.Name}' wants batches, sessions or a type of its extension, which this host lacks. Take a string.";
        return null;
    }

    private static bool IsBeyondThisHost(BindingDefinition binding) =>
        binding.IsDeferred || Same(binding.Text("cardinality"), "Many") || binding.Flag("isSessionsEnabled") == true;

    private string? Route(FunctionDefinition function)
    {
        if (function.Route.Length == 0)
            return "The route is empty: this breaks all functions in Azure.";
        if (function.Route.StartsWith("admin", StringComparison.OrdinalIgnoreCase)
            || function.Route.StartsWith("runtime", StringComparison.OrdinalIgnoreCase))
            return "The specified route conflicts with one or more built in routes.";
        var other = _accepted.FirstOrDefault(f => f.Trigger.Is("httpTrigger") && Same(f.Route, function.Route) && MethodsMeet(f, function));
        return other is null ? null : $"The route specified conflicts with the route defined by function '{other.Name}'.";
    }

    private static bool MethodsMeet(FunctionDefinition one, FunctionDefinition other) =>
        one.Methods.Count == 0 || other.Methods.Count == 0 || one.Methods.Intersect(other.Methods, StringComparer.OrdinalIgnoreCase).Any();

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(?!host$)[a-z][a-z0-9_\-]{0,127}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"^([a-zA-Z][a-zA-Z0-9]{0,127}|\$return)$")]
    private static partial Regex BindingName();
}
