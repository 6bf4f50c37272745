using Hub.Simulators.Control;
using Hub.Simulators.Pages;

namespace Hub.Simulators.Partner;

/// <summary>A partner network's webhook receiver, which verifies signatures and keeps what it got.</summary>
public static class PartnerSimulator
{
    private const long MostBytes = 1024 * 1024;

    public static WebApplication Build(SimulatorOptions options)
    {
        var builder = Control.Host.On(options.Url);
        builder.Services.AddSingleton(options.Time).AddSingleton(_ => new Journal(options.Folder, "partner.jsonl"));
        builder.Services.AddSingleton<HookStore>().AddSingleton<HookEndpoints>().AddSingleton<PartnerControl>();
        builder.Services.AddSingleton<Faults>().AddSingleton<PartnerPages>();
        var app = builder.Build();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/hooks"), hooks =>
        {
            hooks.UseMiddleware<BufferMiddleware>(() => MostBytes, (ErrorWriter)Write);
            hooks.UseMiddleware<FaultMiddleware>((ErrorWriter)Write);
        });
        app.UseRouting();
        app.Services.GetRequiredService<HookEndpoints>().Map(app);
        app.Services.GetRequiredService<PartnerControl>().Map(app);
        app.Services.GetRequiredService<PartnerPages>().Map(app);
        return app;
    }

    private static Task Write(HttpContext http, int status, string code, string message, int? retryAfter)
    {
        http.Response.StatusCode = status;
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        return http.Response.WriteAsync($"{code}: {message}");
    }
}
