using System.Text.Json.Nodes;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>Replies as Exchange makes them, and the conversation that a mail belongs to.</summary>
public static class Replying
{
    private const string InternetHeaders = "String {00020386-0000-0000-C000-000000000046} Name ";
    private const string SuppressAnswers = "Integer 0x3FDF";

    /// <summary>A draft made into a reply to a message: to whoever wants the answer, in its thread, with what was said below.</summary>
    public static JsonObject To(MailMessage answered, JsonObject draft)
    {
        var to = answered.Properties["replyTo"] is JsonArray { Count: > 0 } wanted ? wanted : [answered.Properties["from"]?.DeepClone()];
        draft["subject"] = $"RE: {answered.Subject}";
        draft["conversationId"] = answered.Text("conversationId");
        draft["toRecipients"] = to.DeepClone();
        draft["body"] = new JsonObject
        {
            ["contentType"] = "text", ["content"] = $"\n\n________________________________\n{answered.Properties["body"]?["content"]}",
        };
        var references = $"{Header(answered, "References")} {answered.Text("internetMessageId")}".Trim();
        draft["internetMessageHeaders"] = new JsonArray(
            Pair("In-Reply-To", answered.Text("internetMessageId")), Pair("References", references));
        return draft;
    }

    /// <summary>
    /// The headers that properties of a message become on its way. Exchange lets no sender's own Auto-Submitted through, and writes its own
    /// sign that no automatic answer is wanted.
    /// </summary>
    public static JsonArray Outgoing(MailMessage message)
    {
        var headers = (message.Properties["internetMessageHeaders"]?.DeepClone() as JsonArray) ?? [];
        foreach (var property in message.Properties["singleValueExtendedProperties"] as JsonArray ?? [])
        {
            var (id, value) = (property!["id"]!.ToString(), property["value"]?.ToString() ?? "");
            if (id.StartsWith(InternetHeaders, StringComparison.OrdinalIgnoreCase)
                && !id.EndsWith(" Auto-Submitted", StringComparison.OrdinalIgnoreCase))
                headers.Add(Pair(id[InternetHeaders.Length..], value));
            else if (id.Equals(SuppressAnswers, StringComparison.OrdinalIgnoreCase) && value == "-1")
                headers.Add(Pair("X-Auto-Response-Suppress", "All"));
        }
        return headers;
    }

    /// <summary>A header of a message; null where it has none of the name.</summary>
    public static string? Header(MailMessage message, string name) => (message.Properties["internetMessageHeaders"] as JsonArray ?? [])
        .FirstOrDefault(h => string.Equals(h?["name"]?.ToString(), name, StringComparison.OrdinalIgnoreCase))?["value"]?.ToString();

    private static JsonObject Pair(string name, string value) => new() { ["name"] = name, ["value"] = value };
}
