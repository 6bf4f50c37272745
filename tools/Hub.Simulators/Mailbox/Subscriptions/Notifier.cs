using System.Text;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Messages;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Subscriptions;

/// <summary>Calls subscribers: the handshake, and a notification for each mail that arrives.</summary>
public sealed class Notifier : IDisposable
{
    private static readonly TimeSpan[] Retries = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(25)];
    private readonly HttpClient _http =
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };
    private readonly CancellationTokenSource _stopping = new();
    private readonly MailStore _store;
    private readonly Faults _faults;
    private readonly TimeProvider _time;

    public Notifier(MailStore store, Faults faults, TimeProvider time)
    {
        (_store, _faults, _time) = (store, faults, time);
        store.Arrived += message => _ = Task.Run(() => Tell(message));
    }

    public static bool MayCall(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.IsLoopback;

    /// <summary>The handshake: the token must come back as plain text.</summary>
    public async Task Validate(string url)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()}";
        var separator = url.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var answered = "no answer within 10 seconds";
        try
        {
            using var answer = await _http.PostAsync(
                new Uri($"{url}{separator}validationToken={Uri.EscapeDataString(token)}"), new StringContent(""));
            if ((int)answer.StatusCode == 200 && await answer.Content.ReadAsStringAsync() == token)
                return;
            answered = $"the answer {(int)answer.StatusCode}, without the token";
        }
        catch (Exception error) when (error is HttpRequestException or TaskCanceledException)
        {
            answered = error.Message;
        }
        throw GraphException.BadRequest(
            "ValidationError",
                $"Subscription validation request failed. The notification endpoint must answer the validation with 200 OK: {answered}.");
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        _http.Dispose();
    }

    private async Task Tell(MailMessage message)
    {
        var subscribers = _store.Read(state => state.Subscriptions.Values.Where(s => Concerns(s, message)).ToArray());
        foreach (var subscription in subscribers)
        {
            var fault = _faults.Take("NOTIFY", $"/users/{message.Mailbox}");
            for (var time = fault?.Kind is FaultKind.AnswerTwice ? 2 : fault is null ? 1 : 0; time > 0; time--)
                await Deliver(subscription, Notification(subscription, message));
        }
    }

    private bool Concerns(Subscription subscription, MailMessage message) =>
        SubscribedResource.Parse(subscription.Resource) == message.Mailbox
        && subscription.ChangeType.Contains("created", StringComparison.Ordinal)
        && subscription.ExpirationDateTime > _time.GetUtcNow();

    private async Task Deliver(Subscription subscription, string body)
    {
        foreach (var pause in Retries)
        {
            if (_stopping.IsCancellationRequested || await Accepted(subscription, body))
                return;
            await Task.Delay(pause, _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private async Task<bool> Accepted(Subscription subscription, string body)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _http.PostAsync(new Uri(subscription.NotificationUrl), content, _stopping.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private static string Notification(Subscription subscription, MailMessage message) => new JsonObject
    {
        ["value"] = new JsonArray(new JsonObject
        {
            ["subscriptionId"] = subscription.Id,
            ["subscriptionExpirationDateTime"] = subscription.ExpirationDateTime.UtcDateTime.ToString("o"),
            ["changeType"] = "created",
            ["clientState"] = subscription.ClientState,
            ["tenantId"] = Guid.Empty.ToString(),
            ["resource"] = $"Users/{message.Mailbox}/Messages/{message.MutableId}",
            ["resourceData"] = new JsonObject
            {
                ["@odata.type"] = "#Microsoft.Graph.Message",
                ["@odata.id"] = $"Users/{message.Mailbox}/Messages/{message.MutableId}",
                ["@odata.etag"] = MessageShape.ETag(message),
                ["id"] = message.MutableId,
            },
        }),
    }.ToJsonString(Json.Web);
}
