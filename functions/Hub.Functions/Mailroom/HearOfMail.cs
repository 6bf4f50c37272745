using System.Text.Json.Nodes;
using Hub.Functions.Access;
using Hub.Functions.Http;
using Hub.Intake.Inbox.Channel;
using Hub.Work.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Mailroom;

/// <summary>
/// Where Microsoft Graph tells of new mail. Anybody can call it: what is not true wakes nobody, and what is true only wakes.
/// </summary>
public sealed class HearOfMail(InboxSubscriptions subscriptions, IWakeUpSender wakeUps)
{
    private const int LongestToken = 2048;
    private const int MostNotifications = 1000;

    /// <summary>POST /api/mailbox/notifications: the handshake's token as plain text, or 202 at once.</summary>
    [Function(nameof(HearOfMail))]
    [TokenAccess]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mailbox/notifications")] HttpRequest request,
        CancellationToken cancel)
    {
        if (request.Query.TryGetValue("validationToken", out var given) && given is [{ Length: > 0 and <= LongestToken } token])
            return new ContentResult { Content = token, ContentType = "text/plain; charset=utf-8", StatusCode = 200 };
        var heeded = await subscriptions.Heed([.. Read(await RequestBody.ReadJsonBytes(request))], cancel);
        await wakeUps.Send(new() { Mailbox = [.. heeded] });
        return new AcceptedResult();
    }

    private static IEnumerable<InboxNotification> Read(byte[] body) => (JsonBody.Parse(body)["value"] as JsonArray ?? [])
        .Take(MostNotifications).OfType<JsonObject>()
        .Select(n => new InboxNotification(Text(n, "subscriptionId"), Text(n, "clientState"), Text(n, "lifecycleEvent")));

    private static string? Text(JsonObject notification, string name) =>
        notification[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
