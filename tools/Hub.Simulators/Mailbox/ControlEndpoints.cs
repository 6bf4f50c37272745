using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Limits;
using Hub.Simulators.Mailbox.Store;
using Hub.Simulators.Mailbox.Transport;

namespace Hub.Simulators.Mailbox;

/// <summary>The control API of the mailbox simulator, for tests and demos.</summary>
public sealed class ControlEndpoints(MailStore store, Throttle throttle, MailStats stats, Faults faults, Intake intake, Bounces bounces)
{
    public void Map(WebApplication app)
    {
        app.MapFaults(faults);
        app.MapGet("/control/sent", () => Results.Json(Messages(m => m.FolderId == MailFolder.SentItems), Json.Web));
        app.MapGet("/control/delivered/{address}", (string address) => Results.Json(
            Messages(m => m.FolderId == MailFolder.Inbox && m.Mailbox.Equals(address, StringComparison.OrdinalIgnoreCase)), Json.Web));
        app.MapPost("/control/mail", Receive);
        app.MapGet("/control/stats", () => Results.Json(
            new { stats.Routes, stats.Throttled, throttle.MostConcurrent, MostInWindow = throttle.Most, Sent = Sent() }, Json.Web));
        app.MapGet("/control/limits", () => Results.Json(throttle.Limits, Json.Web));
        app.On("POST", "/control/limits", SetLimits);
        app.MapPost("/control/reset", Reset);
    }

    private IResult Receive(IncomingMail mail)
    {
        var (message, problem) = intake.Receive(mail);
        return message is null ? Results.Problem(problem, statusCode: 400) : Results.Json(Show(message), Json.Web, statusCode: 201);
    }

    private int Sent() => store.Read(state => state.Messages.Values.Sum(m => m.Values.Count(one => one.FolderId == MailFolder.SentItems)));

    private JsonObject[] Messages(Func<MailMessage, bool> wanted) => store.Read(
        state => state.Messages.Values.SelectMany(m => m.Values).Where(wanted).OrderBy(m => m.Change).Select(Show).ToArray());

    private static JsonObject Show(MailMessage message) => new()
    {
        ["id"] = message.ImmutableId,
        ["mailbox"] = message.Mailbox,
        ["from"] = message.Sender,
        ["to"] = new JsonArray([.. message.Recipients.Select(r => JsonValue.Create(r))]),
        ["subject"] = message.Subject,
        ["sentDateTime"] = message.Text("sentDateTime"),
        ["internetMessageId"] = message.Text("internetMessageId"),
        ["extendedProperties"] = Pairs(message, "singleValueExtendedProperties", "id"),
        ["internetMessageHeaders"] = Pairs(message, "internetMessageHeaders", "name"),
        ["body"] = message.Properties["body"]?.DeepClone(),
        ["attachments"] = new JsonArray([.. message.Attachments.Select(a => a.ToJson(content: false))]),
    };

    private static JsonObject Pairs(MailMessage message, string property, string key)
    {
        var pairs = new JsonObject();
        foreach (var pair in message.Properties[property] as JsonArray ?? [])
            pairs[pair![key]!.ToString()] = pair["value"]?.ToString();
        return pairs;
    }

    /// <summary>Sets the limits that are named; the others stay.</summary>
    private async Task<IResult> SetLimits(HttpContext http)
    {
        var limits = JsonSerializer.SerializeToNode(throttle.Limits, Json.Web)!.AsObject();
        foreach (var (name, value) in await http.Request.Body())
        {
            if (!limits.ContainsKey(name))
                return Results.Problem(
                    $"There is no limit {name}; there are {string.Join(", ", limits.Select(l => l.Key))}.", statusCode: 400);
            limits[name] = value?.DeepClone();
        }
        throttle.Limits = limits.Deserialize<ExchangeLimits>(Json.Web)!;
        return Results.Json(throttle.Limits, Json.Web);
    }

    private IResult Reset()
    {
        store.Reset();
        throttle.Reset();
        throttle.Limits = new ExchangeLimits();
        stats.Reset();
        faults.Clear();
        bounces.Clear();
        return Results.NoContent();
    }
}
