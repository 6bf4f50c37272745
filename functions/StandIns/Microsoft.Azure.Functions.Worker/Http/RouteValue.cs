using System.Globalization;
using System.Reflection;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Reads a parameter of the route as the type that the function asks for.</summary>
internal static class RouteValue
{
    /// <summary>A reader for the parameter, or null where its type is none of those known.</summary>
    public static Func<InvocationContext, object?>? Converter(ParameterInfo parameter)
    {
        var name = parameter.Name!;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(string))
            return context => Text(context, name);
        if (type == typeof(int))
            return context => Parse<int>(Text(context, name), name);
        if (type == typeof(long))
            return context => Parse<long>(Text(context, name), name);
        return type == typeof(Guid) ? context => Parse<Guid>(Text(context, name), name) : null;
    }

    private static string? Text(InvocationContext context, string name) => (string?)context.Http!.Request.RouteValues[name];

    private static object? Parse<T>(string? text, string name)
        where T : struct, IParsable<T>
    {
        if (text is null)
            return null;
        return T.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException(
                $"'{name}' in the route is not a {typeof(T).Name}. A constraint in the route answers such a request with 404.");
    }
}
