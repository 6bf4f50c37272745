namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Turns on HTTP.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Serves HTTP triggers with ASP.NET Core's types.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.ServesHttp = true;
        return builder;
    }
}
