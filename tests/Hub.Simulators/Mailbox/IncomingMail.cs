using System.Text.Json.Nodes;

namespace Hub.Simulators.Mailbox;

/// <summary>A mail from outside, by any sender, with the verdict Exchange would have written on it.</summary>
public sealed record IncomingMail(string From, string To)
{
    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>text or html.</summary>
    public string ContentType { get; init; } = "text";

    /// <summary>The Authentication-Results header; left out when empty.</summary>
    public string AuthenticationResults { get; init; } = "spf=pass; dkim=pass; dmarc=pass action=none; compauth=pass reason=100";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<IncomingFile> Attachments { get; init; } = [];

    /// <summary>The properties of the message in the inbox it arrives in.</summary>
    public JsonObject ToProperties(string now)
    {
        var id = $"<{Guid.NewGuid():N}@{From.Split('@')[^1]}>";
        return new JsonObject
        {
            ["createdDateTime"] = now,
            ["lastModifiedDateTime"] = now,
            ["receivedDateTime"] = now,
            ["sentDateTime"] = now,
            ["internetMessageId"] = Headers.GetValueOrDefault("Message-ID", id),
            ["conversationId"] = Ids.New("AAQkAD"),
            ["subject"] = Subject,
            ["importance"] = "normal",
            ["isDraft"] = false,
            ["isRead"] = false,
            ["bodyPreview"] = Body.Length > 255 ? Body[..255] : Body,
            ["body"] = new JsonObject { ["contentType"] = ContentType, ["content"] = Body },
            ["from"] = Drafting.Recipient(From),
            ["sender"] = Drafting.Recipient(From),
            ["toRecipients"] = new JsonArray(Drafting.Recipient(To)),
            ["ccRecipients"] = new JsonArray(),
            ["bccRecipients"] = new JsonArray(),
            ["replyTo"] = new JsonArray(),
            ["categories"] = new JsonArray(),
            ["internetMessageHeaders"] = InternetHeaders(),
        };
    }

    private JsonArray InternetHeaders()
    {
        var headers = AuthenticationResults.Length > 0 ? Headers.Append(new("Authentication-Results", AuthenticationResults)) : Headers;
        return new JsonArray([.. headers.Select(JsonNode? (h) => new JsonObject { ["name"] = h.Key, ["value"] = h.Value })]);
    }
}
