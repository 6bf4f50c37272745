using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Editions;

/// <summary>A mail as the mailbox sent it.</summary>
/// <param name="Id">The hub's id of it.</param>
/// <param name="To">Its address.</param>
/// <param name="At">When, to the second.</param>
internal sealed record SentMail(string Id, string To, DateTimeOffset At)
{
    private const string Header = "x-hub-message-id";
    private const string Reply = "answer:";

    /// <summary>Whose mail it is; of a reply nobody's.</summary>
    public string Reader => Id.Split(':')[0];

    /// <summary>Whether it answers a mail.</summary>
    public bool IsReply => Id.StartsWith(Reply, StringComparison.Ordinal);

    /// <summary>All that it sent, in order.</summary>
    public static async Task<IReadOnlyList<SentMail>> All(HttpClient mailbox) =>
        [.. (await mailbox.GetFromJsonAsync<JsonArray>("control/sent"))!.Select(m => Of(m!))];

    /// <summary>How many of them went in a minute of the mailbox's clock, from the first to the last.</summary>
    public static double AMinute(IReadOnlyList<SentMail> mails, double speed) =>
        mails.Count < 2 ? 0 : mails.Count / ((mails.Max(m => m.At) - mails.Min(m => m.At)).TotalMinutes * speed);

    private static SentMail Of(JsonNode mail) => new(
        (string?)mail["internetMessageHeaders"]?[Header] ?? "nobody", mail["to"]![0]!.ToString(), (DateTimeOffset)mail["sentDateTime"]!);
}
