using System.Text.Json.Nodes;
using Hub.Local;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>Mails that come in, and what the hub answers.</summary>
internal static class Letters
{
    private const string MessageId = "Message-ID";

    /// <summary>A mission that the hub knows, with its own mailbox; the address.</summary>
    public static async Task<string> Mission(this RunningHub hub, string state, string language = "en", string role = "MISSION")
    {
        var address = $"{role}-{state}@{role}.{state}.example".ToLowerInvariant();
        (await hub.Secretariat.Put($"api/subscribers/{(role == "AUTHORITY" ? "office" : role)}-{state}-{language}", new JsonObject
        {
            ["state"] = state, ["address"] = address, ["language"] = language, ["name"] = $"{role} of {state}", ["role"] = role,
        })).Expect(200);
        return address;
    }

    /// <summary>A mail with a form as its text, vouched for by the mailbox's server.</summary>
    public static JsonObject Mail(string from, string subject, string body) => new()
    {
        ["from"] = from, ["to"] = LocalHub.Inbox, ["subject"] = subject, ["body"] = body,
    };

    /// <summary>The same mail with a file.</summary>
    public static JsonObject With(this JsonObject mail, string name, string mediaType, byte[] content)
    {
        var files = mail["attachments"] as JsonArray ?? [];
        files.Add(new JsonObject { ["name"] = name, ["contentType"] = mediaType, ["contentBytes"] = Convert.ToBase64String(content) });
        mail["attachments"] = files;
        return mail;
    }

    /// <summary>The same mail with a header.</summary>
    public static JsonObject With(this JsonObject mail, string header, string value)
    {
        var headers = mail["headers"] as JsonObject ?? [];
        headers[header] = value;
        mail["headers"] = headers;
        return mail;
    }

    /// <summary>A mail comes in; its subject, which tells it from the others.</summary>
    public static async Task<string> Arrives(this RunningHub hub, JsonObject mail)
    {
        (await hub.Mailbox.Post("control/mail", mail)).Expect(201);
        return (string)mail["subject"]!;
    }

    /// <summary>What became of the mail with a subject, once it is one of these.</summary>
    public static async Task<JsonNode> Becomes(this RunningHub hub, string subject, params string[] fates)
    {
        JsonNode? found = null;
        try
        {
            await Eventually.True(
                async () => (found = (await hub.Mails()).FirstOrDefault(m => (string?)m["subject"] == subject)) is not null
                    && fates.Contains((string)found["status"]!),
                $"the mail '{subject}' is {string.Join(" or ", fates)}", TimeSpan.FromMinutes(3));
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}; it is {found?["status"] ?? "nowhere"}", e);
        }
        return (await hub.Secretariat.Get($"api/mails/{found!["id"]}")).Expect(200).Json;
    }

    /// <summary>Every mail that came in.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Mails(this RunningHub hub) =>
        [.. (await hub.Secretariat.Get("api/mails?limit=500")).Expect(200).Json["items"]!.AsArray().Select(m => m!)];

    /// <summary>The answers that came to an address, oldest first.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Answers(this RunningHub hub, string address) =>
        [.. (await hub.Mailbox.Get($"control/delivered/{address}")).Expect(200).Json.AsArray()
            .Select(m => m!).Where(m => (string?)m["from"] == LocalHub.Inbox)];

    /// <summary>The answers once there are so many.</summary>
    public static async Task<IReadOnlyList<JsonNode>> Answers(this RunningHub hub, string address, int count)
    {
        IReadOnlyList<JsonNode> answers = [];
        await Eventually.True(
            async () => (answers = await hub.Answers(address)).Count >= count, $"{address} gets {count} answers; it has {answers.Count}",
            TimeSpan.FromSeconds(60));
        Assert.Equal(count, answers.Count);
        return answers;
    }

    /// <summary>The words of an answer.</summary>
    public static string Words(this JsonNode answer) => answer["body"]!["content"]!.ToString();

    /// <summary>A Message-ID of one's own.</summary>
    public static JsonObject Named(this JsonObject mail, string id) => mail.With(MessageId, $"<{id}>");

    /// <summary>The same mail, with what the mailbox's server found.</summary>
    public static JsonObject With(JsonObject mail, string authenticationResults)
    {
        mail["authenticationResults"] = authenticationResults;
        return mail;
    }

    /// <summary>A note verbale that says too little.</summary>
    public static string Note(string reference) => $"""
        Ref. {reference}

        The Permanent Mission presents its compliments to the United Nations Office on Drugs and Crime and has the honour to inform it that the Office
        of Legal Cooperation has been designated as its central authority for mutual legal assistance.

        The Permanent Mission avails itself of this opportunity to renew to the Office the assurances of its highest consideration.
        """;
}
