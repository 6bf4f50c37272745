using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Mail;
using Hub.Core.Channels;
using Hub.Simulators;
using Hub.Simulators.Mailbox;
using Microsoft.AspNetCore.Builder;

namespace Hub.Azure.Tests.Mail;

/// <summary>A mailbox simulator in this process, and the hub's sender pointed at it.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    public const string Sender = "directory@hub.example";
    private readonly WebApplication _app;
    private readonly HttpClient _control;
    private readonly GraphMailSender _sender;

    private Mailbox(WebApplication app)
    {
        (_app, _control) = (app, new() { BaseAddress = new(app.Urls.First()) });
        _sender = new(GraphClient.Create(new(_control.BaseAddress, "v1.0"), null));
    }

    public static async Task<Mailbox> Start()
    {
        var app = MailboxSimulator.Build(new SimulatorOptions("http://127.0.0.1:0"));
        await app.StartAsync();
        return new(app);
    }

    public Task<Step.Failed?> Send(bool inDoubt = false, string to = "mission@state.example", CancellationToken cancel = default) =>
        _sender.Send(Sender, new("m'1:000000000001-000000000002", to, "Changes", "<p>Élysée 检察</p>", "text"), inDoubt, cancel);

    /// <summary>Lets the mailbox misbehave at a route: <c>messages</c> makes a draft, <c>messages/*/send</c> sends it.</summary>
    public async Task Fails(string route, string kind, int? status = null, int? retryAfter = null, int? delayMs = null) => (await _control.PostAsJsonAsync(
        "control/faults", new { kind, match = $"POST /v1.0/users/*/{route}", status, retryAfter, delayMs })).EnsureSuccessStatusCode();

    public async Task<JsonArray> Sent() => (await _control.GetFromJsonAsync<JsonArray>("control/sent"))!;

    /// <summary>How often drafts were made.</summary>
    public async Task<int> Drafts() => (await _control.GetFromJsonAsync<JsonObject>("control/stats"))!["routes"]!.AsObject()
        .Where(r => r.Key.StartsWith("POST", StringComparison.Ordinal) && r.Key.EndsWith("messages 201", StringComparison.Ordinal)).Sum(r => (int)r.Value!);

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _app.DisposeAsync();
    }
}
