using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Site;

/// <summary>Which methods an address takes, as the functions themselves say.</summary>
internal static class Routes
{
    private static readonly Lazy<IReadOnlyList<(TemplateMatcher Matcher, bool IsRoot, string[] Methods)>> All = new(() =>
    [
        .. from type in typeof(Routes).Assembly.GetExportedTypes()
           from method in type.GetMethods()
           from parameter in method.GetParameters()
           let trigger = parameter.GetCustomAttribute<HttpTriggerAttribute>()
           where trigger is { Route: { } route, Methods: not null } && route != Missing.Route
           let template = TemplateParser.Parse(trigger.Route!)
           select (
               new TemplateMatcher(template, []), template.Parameters.Any(p => p.InlineConstraints.Any()),
               trigger.Methods!.Select(m => m.ToUpperInvariant()).ToArray()),
    ]);

    /// <summary>The methods of an address; none where no function has it.</summary>
    public static IReadOnlyList<string> MethodsOf(PathString path) =>
    [
        // The one route with a constraint is that of the first page, which has a name that nobody can write.
        .. All.Value.Where(r => (!r.IsRoot || path == "/") && r.Matcher.TryMatch(path, [])).SelectMany(r => r.Methods)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The page that an address which takes forms alone lies below; null where it is none, or lies below none.</summary>
    public static string? PageOf(PathString path)
    {
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || MethodsOf(path) is not ["POST"])
            return null;
        for (var above = path.Value!.TrimEnd('/'); above.LastIndexOf('/') is var at and > 0; above = above[..at])
            if (MethodsOf(above[..at]).Contains("GET"))
                return above[..at];
        return null;
    }
}
