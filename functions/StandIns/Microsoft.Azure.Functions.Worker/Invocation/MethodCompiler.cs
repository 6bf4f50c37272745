using System.Linq.Expressions;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Turns a method into a delegate once, so that an invocation looks nothing up.</summary>
internal static class MethodCompiler
{
    private static readonly MethodInfo AwaitValue = Method(nameof(Value));
    private static readonly MethodInfo AwaitNothing = Method(nameof(Nothing));

    public static Func<InvocationContext, ValueTask<object?>> Compile(MethodInfo method, Func<InvocationContext, object?>[] binders)
    {
        var create = method.IsStatic ? null : ActivatorUtilities.CreateFactory(method.DeclaringType!, []);
        var call = Call(method);
        return context =>
        {
            var arguments = new object?[binders.Length];
            for (var i = 0; i < binders.Length; i++)
                arguments[i] = binders[i](context);
            return call(create?.Invoke(context.InstanceServices, null), arguments);
        };
    }

    /// <summary>A reader of a property.</summary>
    public static Func<object, object?> Getter(PropertyInfo property)
    {
        var owner = Expression.Parameter(typeof(object));
        var value = Expression.Property(Expression.Convert(owner, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), owner).Compile();
    }

    private static Func<object?, object?[], ValueTask<object?>> Call(MethodInfo method)
    {
        var owner = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object[]));
        var call = Expression.Call(
            method.IsStatic ? null : Expression.Convert(owner, method.DeclaringType!),
            method,
            method.GetParameters().Select(
                (p, i) => Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType)));
        return Expression.Lambda<Func<object?, object?[], ValueTask<object?>>>(Awaited(call), owner, arguments).Compile();
    }

    private static Expression Awaited(MethodCallExpression call)
    {
        if (call.Type == typeof(void))
            return Expression.Block(call, Expression.Default(typeof(ValueTask<object?>)));
        if (call.Type == typeof(Task))
            return Expression.Call(AwaitNothing, call);
        return call.Type.IsGenericType && call.Type.GetGenericTypeDefinition() == typeof(Task<>)
            ? Expression.Call(AwaitValue.MakeGenericMethod(call.Type.GetGenericArguments()), call)
            : Expression.New(typeof(ValueTask<object?>).GetConstructor([typeof(object)])!, Expression.Convert(call, typeof(object)));
    }

    private static async ValueTask<object?> Value<T>(Task<T> task) => await task;

    private static async ValueTask<object?> Nothing(Task task)
    {
        await task;
        return null;
    }

    private static MethodInfo Method(string name) => typeof(MethodCompiler).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
