using System.Text.Json.Nodes;
using Hub.Simulators.Mailbox.Graph;

namespace Hub.Simulators.Mailbox.Transport;

/// <summary>A mail from outside, by any sender, with the verdict Exchange would have written on it.</summary>
public sealed record IncomingMail(string From, string To)
{
    public string Subject { get; init; } = "";

    public string Body { get; init; } = "";

    /// <summary>text or html.</summary>
    public string ContentType { get; init; } = "text";

    /// <summary>The id under which the mailbox's own server writes what it checked (RFC 8601 §2.5).</summary>
    public const string AuthservId = "mx.hub.example";

    /// <summary>What is shown beside the address; the address alone when empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where answers are asked to go.</summary>
    public IReadOnlyList<string> ReplyTo { get; init; } = [];

    /// <summary>
    /// The Authentication-Results header, where {id}, {domain} and {address} stand for the server's id and the
    /// sender's; left out when empty.
    /// </summary>
    public string AuthenticationResults { get; init; } = Checked("pass", "pass", "pass");

    /// <summary>
    /// The whole mail as base64 of RFC 5322, where it is to come in exactly so; the other fields are then what the mailbox lists of it.
    /// </summary>
    public string? Mime { get; init; }

    /// <summary>The header of a server that found these results.</summary>
    public static string Checked(string spf, string dkim, string dmarc) =>
        $"{{id}}; spf={spf} smtp.mailfrom={{address}}; dkim={dkim} header.d={{domain}}; dmarc={dmarc} header.from={{domain}}";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<IncomingFile> Attachments { get; init; } = [];

    /// <summary>The properties of the message in the inbox it arrives in.</summary>
    public JsonObject ToProperties(string now, string? conversation = null)
    {
        var id = $"<{Guid.NewGuid():N}@{From.Split('@')[^1]}>";
        return new JsonObject
        {
            ["createdDateTime"] = now,
            ["lastModifiedDateTime"] = now,
            ["receivedDateTime"] = now,
            ["sentDateTime"] = now,
            ["internetMessageId"] = Headers.GetValueOrDefault("Message-ID", id),
            ["conversationId"] = conversation ?? Ids.New("AAQkAD"),
            ["subject"] = Subject,
            ["importance"] = "normal",
            ["isDraft"] = false,
            ["isRead"] = false,
            ["bodyPreview"] = Body.Length > 255 ? Body[..255] : Body,
            ["body"] = new JsonObject { ["contentType"] = ContentType, ["content"] = Body },
            ["from"] = Drafting.Recipient(From, Name.Length > 0 ? Name : null),
            ["sender"] = Drafting.Recipient(From, Name.Length > 0 ? Name : null),
            ["toRecipients"] = new JsonArray(Drafting.Recipient(To)),
            ["ccRecipients"] = new JsonArray(),
            ["bccRecipients"] = new JsonArray(),
            ["replyTo"] = new JsonArray([.. ReplyTo.Select(JsonNode? (a) => Drafting.Recipient(a))]),
            [Store.Mime.Bytes] = Mime,
            ["categories"] = new JsonArray(),
            ["internetMessageHeaders"] = InternetHeaders(),
        };
    }

    private JsonArray InternetHeaders()
    {
        // The mailbox's own server writes on top of what it got.
        var headers = AuthenticationResults.Length > 0
            ? Headers.Prepend(new("Authentication-Results", Filled(AuthenticationResults)))
            : Headers;
        return new JsonArray([.. headers.Select(JsonNode? (h) => new JsonObject { ["name"] = h.Key, ["value"] = h.Value })]);
    }

    private string Filled(string header) => header.Replace("{id}", AuthservId, StringComparison.Ordinal)
        .Replace("{domain}", From.Split('@')[^1], StringComparison.Ordinal).Replace("{address}", From, StringComparison.Ordinal);
}
