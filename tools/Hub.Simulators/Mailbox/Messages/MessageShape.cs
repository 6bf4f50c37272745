using System.Text.Json.Nodes;
using Hub.Simulators.Mailbox.Store;

namespace Hub.Simulators.Mailbox.Messages;

/// <summary>How a message is shown to a caller: selected, expanded, with the kind of id it asked for.</summary>
public static class MessageShape
{
    private static readonly string[] OnlyOnRequest = ["internetMessageHeaders", "singleValueExtendedProperties", Mime.Raw, Mime.Bytes];

    public static JsonObject Show(MailMessage message, MessageQuery query, bool immutableIds)
    {
        var json = new JsonObject { ["@odata.etag"] = ETag(message), ["id"] = message.Id(immutableIds) };
        foreach (var (name, value) in message.Properties)
            if (query.Select?.Contains(name) ?? !OnlyOnRequest.Contains(name))
                json[name] = value?.DeepClone();
        if (query.Select?.Contains("parentFolderId") ?? true)
            json["parentFolderId"] = message.FolderId;
        if (query.Select?.Contains("changeKey") ?? true)
            json["changeKey"] = ChangeKey(message);
        if (query.Select?.Contains("hasAttachments") ?? true)
            json["hasAttachments"] = message.Attachments.Count > 0;
        Expand(json, message, query.Expand);
        return json;
    }

    public static string ETag(MailMessage message) => $"W/\"{ChangeKey(message)}\"";

    private static string ChangeKey(MailMessage message) => $"CQAAABYAAAB{message.Change:D9}";

    private static void Expand(JsonObject json, MailMessage message, MessageExpand expand)
    {
        json.Remove("singleValueExtendedProperties");
        var properties = expand.ExtendedProperties
            .Select(id => (Id: id, Value: message.ExtendedProperty(id)))
            .Where(p => p.Value is not null)
            .Select(JsonNode? (p) => new JsonObject { ["id"] = p.Id, ["value"] = p.Value })
            .ToArray();
        if (properties.Length > 0)
            json["singleValueExtendedProperties"] = new JsonArray(properties);
        if (expand.Attachments)
            json["attachments"] = new JsonArray([.. message.Attachments.Select(a => a.ToJson())]);
    }
}
