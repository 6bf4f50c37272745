using Hub.Simulators.Control;

namespace Hub.Simulators.Translator;

/// <summary>Azure Document Translation's REST API, translating with Apertium.</summary>
public static class TranslatorSimulator
{
    private const long MostBytes = 12L * 1024 * 1024;

    public static WebApplication Build(SimulatorOptions options) => Build(options, "apertium");

    /// <summary>With another program than the one on the path, for tests.</summary>
    public static WebApplication Build(SimulatorOptions options, string apertium)
    {
        var builder = Control.Host.On(options.Url);
        builder.Services.AddSingleton(options.Time).AddSingleton(new Apertium(apertium)).AddSingleton<Faults>();
        builder.Services.AddSingleton<BatchRunner>().AddSingleton<BatchEndpoints>().AddSingleton<SynchronousEndpoint>();
        var app = builder.Build();
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/translator"), translator =>
        {
            translator.UseMiddleware<BufferMiddleware>(() => MostBytes, (ErrorWriter)Write);
            translator.UseMiddleware<FaultMiddleware>((ErrorWriter)Write);
            translator.UseMiddleware<TranslatorErrors>();
        });
        app.UseRouting();
        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        var translator = app.MapGroup("/translator");
        app.Services.GetRequiredService<SynchronousEndpoint>().Map(translator);
        app.Services.GetRequiredService<BatchEndpoints>().Map(translator);
        app.Map("/translator/{**rest}", (HttpContext http) => Refuse(http));
        var faults = app.Services.GetRequiredService<Faults>();
        app.MapFaults(faults);
        app.MapPost("/control/reset", () =>
        {
            faults.Clear();
            return Results.NoContent();
        });
    }

    private static void Refuse(HttpContext http) => throw TranslatorException.NotSimulated($"{http.Request.Method} {http.Request.Path}");

    private static Task Write(HttpContext http, int status, string code, string message, int? retryAfter)
    {
        if (retryAfter is { } seconds)
            http.Response.Headers.RetryAfter = $"{seconds}";
        return TranslatorErrors.Write(http, status, code, $"{status}000", message);
    }
}
