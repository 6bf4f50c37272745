namespace Hub.Simulators.Control;

/// <summary>A bare web host on one address.</summary>
public static class Host
{
    public static WebApplicationBuilder On(string url)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        return builder;
    }
}
