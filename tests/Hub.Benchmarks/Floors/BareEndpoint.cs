using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks.Floors;

/// <summary>A process that answers every request with the same bytes, the floor of a read; or takes whatever is posted to it.</summary>
internal static class BareEndpoint
{
    public static Task<int> Serve(string address, string file)
    {
        var bytes = File.ReadAllBytes(file);
        return Run(address, app => app.MapGet("/", context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.Body.WriteAsync(bytes).AsTask();
        }));
    }

    public static Task<int> Take(string address) => Run(address, app => app.MapPost("/{**hook}", async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }));

    private static async Task<int> Run(string address, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        map(app);
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("Serving."));
        await app.RunAsync(address);
        return 0;
    }
}
