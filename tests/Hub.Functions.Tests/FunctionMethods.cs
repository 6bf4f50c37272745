using System.Reflection;
using Hub.Functions.Access;
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

    /// <summary>What people read in a browser: the contract of the API says nothing of it.</summary>
    public static IEnumerable<(string Name, MethodInfo Method)> Pages =>
        Http.Where(f => f.Method.GetCustomAttribute<AccessAttribute>() is IPage);

    /// <summary>What programs call.</summary>
    public static IEnumerable<(string Name, MethodInfo Method)> Api => Http.Except(Pages);

    public static IEnumerable<(string Name, T Trigger)> Triggered<T>() where T : Attribute =>
        from function in All
        from parameter in function.Method.GetParameters()
        let trigger = parameter.GetCustomAttribute<T>()
        where trigger is not null
        select (function.Name, trigger);
}
