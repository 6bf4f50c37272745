using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Mail;
using Hub.Simulators;
using Hub.Simulators.Mailbox;
using Hub.Work.Runner;
using Microsoft.AspNetCore.Builder;
using MailMessage = Hub.Notices.Outbox.MailMessage;

namespace Hub.Azure.Tests.Mail;

/// <summary>A mailbox simulator in this process, and the hub's sender pointed at it.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    public const string Sender = "directory@hub.example";
    private readonly WebApplication _app;
    private readonly HttpClient _control;
    private readonly GraphMailSender _sender;
    private string? _draft;

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

    /// <summary>Makes the draft and sends it, as a run does that crashes nowhere; the draft's id is kept for the next try.</summary>
    public async Task<Step.Failed?> Send(bool inDoubt = false, string to = "mission@state.example", CancellationToken cancel = default)
    {
        if (_draft is null && await Draft(inDoubt, to, cancel) is { } failed)
            return failed;
        return await _sender.Send(Sender, _draft!, inDoubt, cancel);
    }

    /// <summary>Makes the draft.</summary>
    public async Task<Step.Failed?> Draft(bool inDoubt = false, string to = "mission@state.example", CancellationToken cancel = default)
    {
        var message = new MailMessage("m'1:000000000001-000000000002", to, "Changes", "<p>Élysée 检察</p>", "text");
        var (draft, failed) = await _sender.Draft(Sender, message, inDoubt, cancel);
        _draft = draft?.Id;
        return failed;
    }

    /// <summary>Sent mails stay out of sight of every list, as they do while Exchange submits them.</summary>
    public async Task HidesWhatItSends() =>
        (await _control.PostAsJsonAsync("control/limits", new { sentItemsDelayMs = 60_000 })).EnsureSuccessStatusCode();

    /// <summary>Lets the mailbox misbehave at a route: <c>messages</c> makes a draft, <c>messages/*/send</c> sends it.</summary>
    public async Task Fails(string route, string kind, int? status = null, int? retryAfter = null, string method = "POST") =>
        (await _control.PostAsJsonAsync(
            "control/faults", new { kind, match = $"{method} /v1.0/users/*/{route}", status, retryAfter })).EnsureSuccessStatusCode();

    /// <summary>Everything in the mailbox is gone.</summary>
    public async Task Loses() => (await _control.PostAsync(new Uri("control/reset", UriKind.Relative), null)).EnsureSuccessStatusCode();

    public async Task<JsonArray> Sent() => (await _control.GetFromJsonAsync<JsonArray>("control/sent"))!;

    /// <summary>How often drafts were made.</summary>
    public async Task<int> Drafts() => (await _control.GetFromJsonAsync<JsonObject>("control/stats"))!["routes"]!.AsObject()
        .Where(r => r.Key.StartsWith("POST", StringComparison.Ordinal) && r.Key.EndsWith("messages 201", StringComparison.Ordinal))
        .Sum(r => (int)r.Value!);

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _control.Dispose();
        await _app.DisposeAsync();
    }
}
