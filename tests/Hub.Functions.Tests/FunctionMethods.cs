using System.Reflection;
using Hub.Functions.Administration;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Tests;

/// <summary>The functions as their attributes describe them.</summary>
internal static class FunctionMethods
{
    public static IEnumerable<(string Name, MethodInfo Method)> All =>
        from type in typeof(Health).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        let function = method.GetCustomAttribute<FunctionAttribute>()
        where function is not null
        select (function.Name, method);

    public static IEnumerable<(string Name, MethodInfo Method)> Http =>
        All.Where(f => f.Method.GetParameters().Any(p => p.IsDefined(typeof(HttpTriggerAttribute))));

    public static IEnumerable<(string Name, T Trigger)> Triggered<T>() where T : Attribute =>
        from function in All
        from parameter in function.Method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (function.Name, trigger);
}
