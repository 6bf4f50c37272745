using System.Text;
using Hub.Azure.Webhooks;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Azure.Tests.Webhooks;

/// <summary>A receiver of webhooks in this process that answers as it is told.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public static DateTimeOffset Now { get; } = new(2025, 3, 14, 9, 30, 0, TimeSpan.Zero);

    public int Port => new Uri(_app.Urls.First()).Port;

    public int Requests { get; private set; }

    public IHeaderDictionary? Headers { get; private set; }

    public string? Body { get; private set; }

    public static async Task<Receiver> Start(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var receiver = new Receiver(app);
        app.Run(async http =>
        {
            receiver.Requests++;
            // The server takes the headers back when the request ends.
            receiver.Headers = new HeaderDictionary(http.Request.Headers.ToDictionary());
            receiver.Body = await new StreamReader(http.Request.Body).ReadToEndAsync();
            await answer(http);
        });
        await app.StartAsync();
        return receiver;
    }

    public static Task<Receiver> Start(int status, string? header = null, string? value = null) => Start(http =>
    {
        http.Response.StatusCode = status;
        if (header is not null)
            http.Response.Headers[header] = value;
        return Task.CompletedTask;
    });

    /// <summary>Posts a webhook to it, by an address of this machine or a name for one.</summary>
    public async Task<Step.Failed?> Post(string host = "127.0.0.1", bool allowLoopback = true, TimeSpan? timeout = null)
    {
        using var http = WebhookHttp.Create(allowLoopback);
        return await Post(http, $"http://{host}:{Port}/hook", timeout);
    }

    public static Task<Step.Failed?> Post(HttpClient http, string url, TimeSpan? timeout = null) => Sender(http, timeout).Post(
        new(url, "evt-000000000001", Now, "v1,signature", "sha-256=:AAAA:", "hub=()", "hub=:AAAA:", Encoding.UTF8.GetBytes("{\"é\":1}")),
        default);

    private static HttpWebhookSender Sender(HttpClient http, TimeSpan? timeout) =>
        timeout is { } most ? new(http) { Timeout = most } : new(http);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationTokenSource(TimeSpan.Zero).Token);
        await _app.DisposeAsync();
    }
}
