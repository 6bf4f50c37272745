using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Hub.Benchmarks;

/// <summary>A process that answers every request with the same bytes: the floor of a read.</summary>
internal static class BareEndpoint
{
    public static async Task<int> Serve(string address, string file)
    {
        var bytes = await File.ReadAllBytesAsync(file);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/", context =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.Body.WriteAsync(bytes).AsTask();
        });
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("Serving."));
        await app.RunAsync(address);
        return 0;
    }
}
