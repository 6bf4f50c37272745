using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hub.Simulators.Mailbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Hub.Simulators.Tests.Mailbox;

/// <summary>A mailbox simulator in this process, and the real SDK pointed at it, which does not retry here.</summary>
public sealed class MailboxFixture : IAsyncDisposable
{
    public const string Sender = "hub@directory.example";
    public const string HubId = "String {7d1f5a0e-3f3b-4a58-9d0b-6f1d9f7b0c11} Name HubMessageId";
    private readonly WebApplication _app;

    private MailboxFixture(WebApplication app, FakeTimeProvider time)
    {
        (_app, Time) = (app, time);
        Http = new HttpClient { BaseAddress = new Uri(Url) };
        Http.DefaultRequestHeaders.Add("Authorization", "Bearer any");
        var sdk = new HttpClient();
        sdk.DefaultRequestHeaders.Add("Authorization", "Bearer any");
        Graph = new GraphServiceClient(sdk, new AnonymousAuthenticationProvider(), $"{Url}/v1.0");
    }

    public FakeTimeProvider Time { get; }

    public string Url => _app.Urls.First();

    public HttpClient Http { get; }

    public GraphServiceClient Graph { get; }

    public static async Task<MailboxFixture> Start(string? folder = null, double speed = 1)
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var app = MailboxSimulator.Build(new SimulatorOptions("http://127.0.0.1:0") { Folder = folder, Speed = speed, Time = time });
        await app.StartAsync();
        return new MailboxFixture(app, time);
    }

    public async Task Control(string path, object body) =>
        (await Http.PostAsJsonAsync($"/control/{path}", body)).EnsureSuccessStatusCode();

    /// <summary>A mail comes in from outside.</summary>
    public Task Receive(string mailbox, string subject) =>
        Graph.Users["mission@state.example"].SendMail.PostAsync(new() { Message = Mails.To(mailbox, subject), SaveToSentItems = true });

    /// <summary>What the control API says was sent.</summary>
    public async Task<JsonArray> Sent() => (await Http.GetFromJsonAsync<JsonArray>("/control/sent"))!;

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
