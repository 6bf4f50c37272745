using System.Text.Json.Nodes;
using Hub.Core.Channels;
using Hub.Core.Register;
using Hub.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Administration;

/// <summary>Whether the hub is up, and how far its channels have come.</summary>
public sealed class Health(IRegisterStore register, ICursorStore cursors)
{
    private static readonly string[] Channels =
        [
            Core.Channels.Mail.MailChannel.ChannelName,
            Core.Channels.Webhooks.WebhookChannel.ChannelName,
            Core.Channels.Links.LinksChannel.ChannelName,
        ];

    /// <summary>GET /healthz: 503 where storage cannot be reached.</summary>
    [Function("Healthz")]
    public async Task<IActionResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "healthz")] HttpRequest request, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head.Sequence;
        var all = await cursors.All(cancel);
        var lags = Channels.Select(
            name => KeyValuePair.Create(name, (JsonNode?)JsonValue.Create(Lag(all.Where(c => c.Channel == name), head))));
        return Answers.PublicJson(new JsonObject { ["status"] = "ok", ["head"] = head, ["eventsBehind"] = new JsonObject(lags) });
    }

    private static long Lag(IEnumerable<Cursor> cursors, long head) =>
        cursors.Where(c => c.State == CursorState.Active).Select(c => c.Behind(head)).DefaultIfEmpty(0).Max();
}
