using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>The web application underneath: Kestrel, routing and results, and nothing else, so that a request costs little.</summary>
internal static class WebHosting
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(25);

    public static WebApplicationBuilder CreateBuilder(string[] args, string folder)
    {
        var web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name,
            ContentRootPath = folder,
            EnvironmentName = EnvironmentName(),
        });
        web.Configuration.AddEnvironmentVariables().AddCommandLine(args);
        web.WebHost.UseKestrelCore().UseUrls(Addresses()).ConfigureKestrel(k => k.AddServerHeader = false);
        web.Host.UseDefaultServiceProvider(o => o.ValidateScopes = web.Environment.IsDevelopment());
        web.Services.AddRouting();
        web.Services.AddMvcCore();
        web.Services.Configure<HostOptions>(o => o.ShutdownTimeout = ShutdownTimeout);
        web.Logging.AddSimpleConsole(o => o.SingleLine = true).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        return web;
    }

    private static string[] Addresses()
    {
        if (Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } urls)
            return urls.Split(';');
        return [$"http://127.0.0.1:{Environment.GetEnvironmentVariable("FUNCTIONS_HTTP_PORT") ?? "7071"}"];
    }

    private static string EnvironmentName() => Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT") ?? Environments.Production;
}
