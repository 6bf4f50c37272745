using System.Text.Json.Nodes;
using Hub.Local.Terminal;
using Hub.Register.Log;

namespace Hub.Local.Publishing;

/// <summary>Sends an edition's mail again: to those whom it did not reach, or to a recipient, however it is named.</summary>
internal sealed class Resending(HubClient hub, EditionId edition, Screen screen)
{
    /// <summary>All whose mail bounced or was given up.</summary>
    public const string Failed = "failed";

    private const int Page = 500;

    public async Task Send(string who)
    {
        string[] paths = who == Failed
            ? ["resend"]
            : [.. (await Recipients(who)).Select(r => $"{Uri.EscapeDataString(r)}/resend")];
        var (asked, stopped) = (0, new List<string>());
        foreach (var path in paths)
        {
            var answer = (await hub.Post($"api/editions/{edition.Slug}/deliveries/{path}", new JsonObject())).Required();
            asked += answer["asked"]!.AsArray().Count;
            stopped.AddRange(answer["stopped"]!.AsArray().Select(s => $"{s}"));
        }
        screen.Line(asked == 0 && stopped.Count == 0
            ? $"No mail of edition {edition} failed: none goes again."
            : $"{Commands.Count(asked, "mail goes", "mails go")} again.");
        foreach (var recipient in stopped)
            screen.Line(Wrapping.Wrap(
                $"{recipient}: not sent, its address bounced. GET /api/quality says why; a new address, or "
                + $"POST /api/quality/{recipient}/resolve, opens it.",
                2));
    }

    private async Task<IReadOnlyList<string>> Recipients(string who)
    {
        var deliveries = (await hub.Get($"api/editions/{edition.Slug}/deliveries")).Required()["items"]!.AsArray();
        var known = deliveries.Select(d => (Id: (string)d!["recipient"]!, State: (string)d["state"]!)).ToList();
        var wanted = who.Contains('@', StringComparison.Ordinal) ? await ByAddress(who) : [who];
        List<string> found =
            [.. known.Where(k => wanted.Contains(k.Id) || k.State.Equals(who, StringComparison.OrdinalIgnoreCase)).Select(k => k.Id)];
        return found.Count > 0
            ? found
            : throw new CommandException(
                $"Nobody who got a mail of edition {edition} is '{who}'.",
                $"Give an address, a State by its code (SEN), or an id as GET /api/editions/{edition.Slug}/deliveries lists them; "
                + $"'{Failed}' is all whose mail bounced or was given up.");
    }

    private async Task<IReadOnlyList<string>> ByAddress(string address)
    {
        var found = (await hub.Get("api/subscribers")).Required()["items"]!.AsArray()
            .Where(s => Same(s!["address"])).Select(s => (string)s!["id"]!).ToList();
        var page = new JsonArray();
        do
        {
            var after = page.Count > 0 ? $"&after={page[^1]!["recordId"]}" : "";
            page = (await hub.Get($"api/authorities?limit={Page}{after}")).Required()["items"]!.AsArray();
            found.AddRange(page.Where(a => (a!["emails"] as JsonArray ?? []).Any(e => Same(e!["address"])))
                .Select(a => $"authority-{a!["recordId"]}"));
        }
        while (page.Count == Page);
        return found;

        bool Same(JsonNode? one) => string.Equals((string?)one, address, StringComparison.OrdinalIgnoreCase);
    }
}
