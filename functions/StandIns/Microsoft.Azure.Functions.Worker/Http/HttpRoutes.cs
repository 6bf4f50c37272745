using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Hangs the HTTP functions into ASP.NET Core's routing.</summary>
internal static class HttpRoutes
{
    public static void Map(WebApplication app, FunctionSet functions, HostJson host)
    {
        var runner = app.Services.GetRequiredService<FunctionRunner>();
        var logger = app.Services.GetRequiredService<ILogger<HttpFunction>>();
        foreach (var (function, trigger) in functions.Triggered<HttpTriggerAttribute>())
        {
            var handler = new HttpFunction(function, runner, logger);
            if (trigger.Methods is { Length: > 0 } methods)
                app.MapMethods(Path(function, trigger, host), methods.Select(m => m.ToUpperInvariant()), handler.Handle);
            else
                app.Map(Path(function, trigger, host), handler.Handle);
        }
    }

    /// <summary>The route with host.json's prefix.</summary>
    public static string Path(FunctionEntry function, HttpTriggerAttribute trigger, HostJson host)
    {
        var route = trigger.Route ?? function.Name;
        return host.RoutePrefix.Length == 0 ? $"/{route}" : $"/{host.RoutePrefix}/{route}";
    }
}
