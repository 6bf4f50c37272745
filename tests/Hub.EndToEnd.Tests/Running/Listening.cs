using System.Text.Json.Nodes;

namespace Hub.EndToEnd.Tests.Running;

/// <summary>Partners that listen, and what has come to whom.</summary>
internal static class Listening
{
    /// <summary>
    /// Makes an endpoint for a hook of the partner simulator, which learns its secret and the hub's keys; the endpoint's id.
    /// </summary>
    public static async Task<string> Listen(this RunningHub hub, string hook, long? after = null)
    {
        var body = new JsonObject { ["url"] = new Uri(hub.Local.Partner, $"hooks/{hook}").ToString() };
        if (after is { } position)
            body["after"] = position;
        var made = (await (await hub.PartnerNamed(hook)).Post("api/endpoints", body)).Expect(201);
        var keys = (await hub.Secretariat.Get(".well-known/jwks.json")).Expect(200).Json.DeepClone();
        (await hub.Partner.Put($"control/hooks/{hook}", new JsonObject { ["secret"] = made["secret"], ["keySet"] = keys })).Expect(204);
        return made["id"];
    }

    /// <summary>A partner with a contact that mails reach; the contact's address.</summary>
    public static async Task<string> PartnerWithContact(this RunningHub hub, string name)
    {
        var address = $"contact@{name}.example";
        (await hub.Secretariat.Put($"api/partners/{name}", new JsonObject
        {
            ["contact"] = new JsonObject { ["address"] = address, ["name"] = "Network secretariat", ["language"] = "en" },
        })).Expect(200);
        return address;
    }

    /// <summary>What a hook has got, in order.</summary>
    public static async Task<IReadOnlyList<ReceivedHook>> Received(this RunningHub hub, string hook) =>
    [
        .. (await hub.Partner.Get($"control/hooks/{hook}/received")).Expect(200).Json.AsArray()
            .Where(d => d!["sequence"] is not null)
            .Select(d => new ReceivedHook(
                long.Parse(d!["sequence"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), d["id"]!.ToString(),
                (bool?)d["signatureValid"] == true, d["body"]!.ToString())),
    ];

    /// <summary>The last event of a type that is not of the log and that a hook has got.</summary>
    public static async Task<JsonNode> Asked(this RunningHub hub, string hook, string type) =>
        (await hub.Partner.Get($"control/hooks/{hook}/received"))
            .Expect(200).Json.AsArray().Last(d => (string?)d!["type"] == type)!["event"]!;

    /// <summary>Every mail about changes in the hub's Sent Items.</summary>
    public static async Task<IReadOnlyList<SentMail>> Sent(this RunningHub hub) =>
        [.. (await hub.Mailbox.Get("control/sent")).Expect(200).Json.AsArray().Where(SentMail.IsAboutChanges).Select(m => SentMail.Of(m!))];

    /// <summary>What has come to an address.</summary>
    public static async Task<IReadOnlyList<string>> Delivered(this RunningHub hub, string address) =>
        [.. (await hub.Mailbox.Get($"control/delivered/{address}")).Expect(200).Json.AsArray()
            .Select(m => m!["body"]!["content"]!.ToString())];
}

/// <summary>A webhook that arrived.</summary>
public sealed record ReceivedHook(long Sequence, string Id, bool IsSigned, string Body);

/// <summary>A mail that was sent: the hub's id of it says whom it is for and which events it covers.</summary>
public sealed record SentMail(string Id, string Reader, long First, long Last, string To, string Text)
{
    private static readonly string[] Others = [":link-", ":confirmation-", ":held-"];
    private static readonly string[] OthersBegin = ["partner:", "answer:"];

    /// <summary>
    /// Whether it is about changes; fresh links, requests to confirm a record or a held notice, answers and what a partner is told go in
    /// mails of their own.
    /// </summary>
    public static bool IsAboutChanges(JsonNode? mail) =>
        !Others.Any(o => IdOf(mail!).Contains(o, StringComparison.Ordinal))
        && !OthersBegin.Any(o => IdOf(mail!).StartsWith(o, StringComparison.Ordinal));

    public static SentMail Of(JsonNode mail)
    {
        var id = IdOf(mail);
        var (reader, range) = (id[..id.LastIndexOf(':')], id[(id.LastIndexOf(':') + 1)..].Split('-'));
        return new(
            id, reader, Number(range[0]), Number(range[1]), mail["to"]![0]!.ToString(),
            $"{mail["subject"]}\n{mail["body"]!["content"]}\n{mail["internetMessageHeaders"]}\n{mail["attachments"]}");
    }

    private static string IdOf(JsonNode mail) =>
        mail["extendedProperties"]!.AsObject().Single(p => p.Key.EndsWith(" HubMessageId", StringComparison.Ordinal)).Value!.ToString();

    private static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
