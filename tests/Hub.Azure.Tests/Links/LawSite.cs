using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.Tests.Links;

/// <summary>A site with laws, friendly and hostile, on this machine.</summary>
internal sealed class LawSite
{
    private readonly WebApplication _site;

    public LawSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        _site = builder.Build();
        _site.Run(Answer);
    }

    public List<string> Asked { get; } = [];

    public string Robots { get; set; } = "";

    public Uri Address => new(_site.Urls.First());

    public Task Start() => _site.StartAsync();

    public ValueTask Stop() => _site.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        var path = $"{context.Request.Path}";
        lock (Asked)
            Asked.Add(path);
        var response = context.Response;
        switch (path)
        {
            case "/robots.txt" when Robots.Length > 0:
                await response.WriteAsync(Robots);
                break;
            case "/law":
                response.ContentType = "text/html; charset=utf-8";
                await response.WriteAsync("law");
                break;
            case "/file.pdf":
                response.ContentType = "application/pdf";
                await response.WriteAsync("%PDF");
                break;
            case "/moved":
                response.Redirect("/law");
                break;
            case "/loop":
                response.Redirect("/loop");
                break;
            case "/inward":
                response.Redirect("https://10.0.0.1/metadata");
                break;
            case "/to-nowhere":
                response.Redirect("https://nowhere.invalid/");
                break;
            case "/forbidden":
                response.StatusCode = 403;
                break;
            case "/error":
                response.StatusCode = 503;
                break;
            case "/endless":
                for (var chunk = new byte[64 * 1024]; !context.RequestAborted.IsCancellationRequested;)
                    await response.Body.WriteAsync(chunk, context.RequestAborted);
                break;
            case "/drip":
                for (; !context.RequestAborted.IsCancellationRequested;)
                {
                    await response.WriteAsync("x", context.RequestAborted);
                    await response.Body.FlushAsync(context.RequestAborted);
                    await Task.Delay(50, context.RequestAborted);
                }
                break;
            case "/hangs":
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                break;
            default:
                response.StatusCode = 404;
                break;
        }
    }
}
