using System.Text.Json.Nodes;
using Hub.Simulators.Control;
using Hub.Simulators.Mailbox.Graph;
using Hub.Simulators.Mailbox.Limits;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>Makes messages out of what callers send, with the properties Exchange adds.</summary>
public sealed class Drafting(TimeProvider time, Throttle throttle)
{
    private const int PreviewLength = 255;

    public string Now => Dates.Utc(time.GetUtcNow());

    /// <summary>The properties of a new draft.</summary>
    public JsonObject New(string mailbox, JsonObject body)
    {
        Check(body);
        var draft = new JsonObject
        {
            ["createdDateTime"] = Now,
            ["lastModifiedDateTime"] = Now,
            ["receivedDateTime"] = Now,
            ["sentDateTime"] = Now,
            ["internetMessageId"] = $"<{Guid.NewGuid():N}@{mailbox.Split('@')[1]}>",
            ["conversationId"] = Ids.New("AAQkAD"),
            ["subject"] = "",
            ["importance"] = "normal",
            ["isDraft"] = true,
            ["isRead"] = true,
            ["body"] = new JsonObject { ["contentType"] = "text", ["content"] = "" },
            ["from"] = Recipient(mailbox),
            ["sender"] = Recipient(mailbox),
            ["toRecipients"] = new JsonArray(),
            ["ccRecipients"] = new JsonArray(),
            ["bccRecipients"] = new JsonArray(),
            ["replyTo"] = new JsonArray(),
            ["categories"] = new JsonArray(),
        };
        return Merge(draft, body);
    }

    /// <summary>The message with what a PATCH sets.</summary>
    public MailMessage Patch(MailMessage message, JsonObject body)
    {
        Check(body);
        var properties = Merge((JsonObject)message.Properties.DeepClone(), body);
        properties["lastModifiedDateTime"] = Now;
        return message with { Properties = properties };
    }

    public static JsonArray Attachments(JsonObject body) => body["attachments"] as JsonArray ?? [];

    public static JsonObject Recipient(string address, string? name = null) =>
        new() { ["emailAddress"] = new JsonObject { ["name"] = name ?? address, ["address"] = address } };

    private static JsonObject Merge(JsonObject message, JsonObject body)
    {
        foreach (var (name, value) in body)
            if (name is not ("attachments" or "id" or "isDraft" or "parentFolderId" or "changeKey") && !name.StartsWith('@'))
                message[name] = name is "singleValueExtendedProperties" ? Together(message[name], value) : value?.DeepClone();
        var content = message["body"]?["content"]?.ToString() ?? "";
        message["bodyPreview"] = content.Length > PreviewLength ? content[..PreviewLength] : content;
        return message;
    }

    private static JsonArray Together(JsonNode? before, JsonNode? after) => new(
        (before as JsonArray ?? []).Concat(after as JsonArray ?? []).OfType<JsonObject>()
            .GroupBy(p => p["id"]?.ToString(), StringComparer.OrdinalIgnoreCase)
            .Select(JsonNode? (same) => same.Last().DeepClone()).ToArray());

    private void Check(JsonObject body)
    {
        var headers = body["internetMessageHeaders"] as JsonArray ?? [];
        if (headers.Count > throttle.Limits.HeadersAMessage)
            throw GraphException.BadRequest(
                "InvalidInternetMessageHeaderCollection",
                    $"Maximum number of headers in one message should be less than or equal to {throttle.Limits.HeadersAMessage}.");
        foreach (var name in headers.Select(h => h?["name"]?.ToString() ?? ""))
            if (!name.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
                throw GraphException.BadRequest(
                    "InvalidInternetMessageHeader", $"The internet message header name '{name}' should start with 'x-' or 'X-'.");
    }
}
