using System.Collections;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Works out what becomes of a function's return value.</summary>
internal static class ReturnReader
{
    public static Returns Read(string function, MethodInfo method, TriggerBindingAttribute? trigger, Problems problems)
    {
        var type = Awaited(method.ReturnType);
        var properties = type.GetProperties().Where(p => p.GetCustomAttribute<OutputBindingAttribute>() is not null).ToList();
        if (properties.Count > 0)
            return Several(function, properties, problems);
        if (method.GetCustomAttribute<ServiceBusOutputAttribute>() is { } target && trigger is not HttpTriggerAttribute)
            return new Returns(false, [Output(function, "$return", type, target, value => value, problems)], null);
        if (type != typeof(void) && !(trigger is HttpTriggerAttribute && typeof(IActionResult).IsAssignableFrom(type)))
            problems.Add($"Function '{function}' returns {type.Name}, and nothing says where it goes. " +
                "Return IActionResult from an HTTP function, a class with [HttpResult] and [ServiceBusOutput] properties, or nothing; " +
                "a function without HTTP may carry [ServiceBusOutput] itself.");
        return Returns.Itself;
    }

    private static Returns Several(string function, List<PropertyInfo> properties, Problems problems)
    {
        var outputs = properties
            .Select(p => (Property: p, Target: p.GetCustomAttribute<ServiceBusOutputAttribute>()))
            .Where(o => o.Target is not null)
            .Select(o => Output(
                function, o.Property.Name, o.Property.PropertyType, o.Target!, MethodCompiler.Getter(o.Property), problems));
        var http = properties.SingleOrDefault(p => p.GetCustomAttribute<HttpResultAttribute>() is not null);
        if (http is not null && !typeof(IActionResult).IsAssignableFrom(http.PropertyType))
            problems.Add($"Function '{function}': [HttpResult] {http.Name} is a {http.PropertyType.Name}; it must be an IActionResult.");
        return new Returns(true, [.. outputs], http is null ? null : MethodCompiler.Getter(http));
    }

    private static QueueOutput Output(
        string function, string name, Type type, ServiceBusOutputAttribute target, Func<object, object?> read, Problems problems)
    {
        if (target.EntityType != ServiceBusEntityType.Queue)
            problems.Add($"Function '{function}': output '{target.QueueOrTopicName}' is a topic; the stand-in knows queues only.");
        var text = type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type);
        if (type.IsValueType || (!text && typeof(IEnumerable).IsAssignableFrom(type)))
            problems.Add($"Function '{function}': output {name} is a {type.Name}; " +
                "the stand-in sends string, several strings, or one object as JSON.");
        return new QueueOutput(name, target, read);
    }

    private static Type Awaited(Type type)
    {
        if (type == typeof(Task))
            return typeof(void);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) ? type.GetGenericArguments()[0] : type;
    }
}
