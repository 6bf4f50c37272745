using System.Text.Json.Nodes;
using Hub.Local.Terminal;

namespace Hub.Local.Publishing;

/// <summary>Shows how an edition's mails go: a bar while they do, then the mails that failed, reader by reader.</summary>
internal sealed class Following(HubClient hub, string slug, Screen screen)
{
    private const int BarLength = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly string[] Ways = ["sent", "accepted", "bounced", "givenUp"];
    private static readonly string[] Failed = ["BOUNCED", "GIVEN_UP"];

    /// <summary>Until no mail waits any more; the exit code.</summary>
    public async Task<int> Show()
    {
        while ((string)(await Answer($"api/editions/{slug}"))["status"]! is var status && status != "PUBLISHED")
        {
            if (status == "DROPPED")
                throw new CommandException($"Edition {slug} was dropped: nothing of it is sent.");
            await Task.Delay(Pause);
        }
        screen.Line($"Edition {slug} is published.");
        while (true)
        {
            var now = await Answer($"api/editions/{slug}/deliveries");
            var (all, queued) = (now["items"]!.AsArray().Count, (int)now["queued"]!);
            screen.Progress($"{Bar(all - queued, all)} {all - queued} of {all}: {Counts(now)}", all - queued, all);
            if (queued == 0)
                return Conclude(now);
            await Task.Delay(Pause);
        }
    }

    internal static string Bar(int done, int all)
    {
        var filled = all == 0 ? BarLength : BarLength * done / all;
        return $"[{new string('█', filled)}{new string('░', BarLength - filled)}]";
    }

    private int Conclude(JsonNode now)
    {
        screen.Line($"Every mail has had its turn: {Counts(now)}.");
        foreach (var delivery in now["items"]!.AsArray().Where(d => Failed.Contains((string)d!["status"]!)))
            screen.Line(
                $"  {screen.In(Colour.Yellow, $"{delivery!["status"],-9}")} "
                + $"{delivery["recipient"]} ({delivery["state"]}): {delivery["reason"]}");
        return 0;
    }

    private static string Counts(JsonNode now) => string.Join(", ", Ways.Select(w => $"{now[w]} {(w == "givenUp" ? "given up" : w)}"));

    private async Task<JsonNode> Answer(string path) => (await hub.Get(path)).Required();
}
