using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Says where a parameter's value comes from.</summary>
internal static class ParameterBinder
{
    public static Func<InvocationContext, object?>? For(
        string function, ParameterInfo parameter, TriggerBindingAttribute? trigger, Problems problems)
    {
        if (parameter.GetCustomAttribute<TriggerBindingAttribute>() is { } own)
            return Trigger(function, parameter, own, problems);
        if (parameter.ParameterType == typeof(FunctionContext))
            return context => context;
        if (parameter.ParameterType == typeof(CancellationToken))
            return context => context.CancellationToken;
        if (trigger is HttpTriggerAttribute { Route: { } route }
            && RoutePatternFactory.Parse(route).GetParameter(parameter.Name!) is not null
            && RouteValue.Converter(parameter) is { } converter)
            return converter;
        problems.Add($"Function '{function}': nothing can fill parameter '{parameter.ParameterType.Name} {parameter.Name}'. " +
            "Known are the trigger, FunctionContext, CancellationToken and, by name, string, int, long or Guid parameters of the route.");
        return null;
    }

    private static Func<InvocationContext, object?> Trigger(
        string function, ParameterInfo parameter, TriggerBindingAttribute trigger, Problems problems)
    {
        var type = trigger switch
        {
            HttpTriggerAttribute => typeof(HttpRequest),
            TimerTriggerAttribute => typeof(TimerInfo),
            _ => typeof(string),
        };
        if (parameter.ParameterType != type)
            problems.Add($"Function '{function}': parameter '{parameter.Name}' is a {parameter.ParameterType.Name}; " +
                $"the stand-in binds it as {type.Name} only.");
        return context => context.Trigger;
    }
}
