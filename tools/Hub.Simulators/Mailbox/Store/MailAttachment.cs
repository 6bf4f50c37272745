using System.Text.Json.Nodes;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Store;

/// <summary>A file on a message; its content is shared by every copy of the message.</summary>
public sealed record MailAttachment(string Id, string Name, string ContentType, byte[] Content, bool IsInline, string? ContentId)
{
    public JsonObject ToJson(bool content = true)
    {
        var json = new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.fileAttachment",
            ["id"] = Id,
            ["name"] = Name,
            ["contentType"] = ContentType,
            ["size"] = Content.Length,
            ["isInline"] = IsInline,
            ["contentId"] = ContentId,
        };
        if (content)
            json["contentBytes"] = Convert.ToBase64String(Content);
        return json;
    }

    public static MailAttachment FromJson(JsonObject json)
    {
        if (json["@odata.type"]?.ToString() is { } type && !type.EndsWith("fileAttachment", StringComparison.OrdinalIgnoreCase))
            throw GraphException.NotSimulated($"Attachments of the type {type}; use #microsoft.graph.fileAttachment");
        return new MailAttachment(
            Ids.New("AAMkAtt"),
            json["name"]?.ToString() ?? throw GraphException.BadRequest("ErrorInvalidArgument", "The attachment has no name."),
            json["contentType"]?.ToString() ?? "application/octet-stream",
            Bytes(json["contentBytes"]?.ToString()),
            json["isInline"]?.GetValue<bool>() ?? false,
            json["contentId"]?.ToString());
    }

    private static byte[] Bytes(string? base64)
    {
        try
        {
            return Convert.FromBase64String(base64 ?? "");
        }
        catch (FormatException)
        {
            throw GraphException.BadRequest("RequestBodyRead", "The attachment's contentBytes are not base64.");
        }
    }
}
