using System.Text.Json.Nodes;
using Hub.Local.Terminal;

namespace Hub.Local.Publishing;

/// <summary>The plan of an edition as the API told it.</summary>
/// <param name="Body">The answer.</param>
/// <param name="Takes">From the request to the last mail, on this machine's clock.</param>
/// <param name="Speed">How many times faster than in earnest that is.</param>
internal sealed record EditionPlanView(JsonNode Body, TimeSpan Takes, double Speed)
{
    public string Edition => (string)Body["edition"]!;

    public string Slug => Edition.Replace('/', '-');

    public int Recipients => (int)Body["recipients"]!;

    /// <summary>By what it is published; null where it is frozen already.</summary>
    public string? Confirmation => (string?)Body["confirmation"]?["token"];

    public int Mails => (int)Body["withLink"]!["mails"]!;

    public static EditionPlanView Of(JsonNode body, DateTimeOffset asked, double speed) =>
        new(body, (DateTimeOffset)body["withLink"]!["finish"]! - asked, speed);

    public void Show(Screen screen)
    {
        var files = Body["files"]!.AsArray();
        screen.Line(
            $"   edition {Edition}, closed on {Body["cutOff"]}: {Commands.Count((long)Body["authorities"]!, "authority", "authorities")} "
            + $"of {Commands.Count((long)Body["states"]!, "State")}; {Commands.Count(files.Count, "file")}, "
            + $"{files.Sum(f => (long)f!["bytes"]!) / 1e6:0.0} MB");
        screen.Line(
            $"   {Commands.Count(Mails, "mail")}: "
            + $"{string.Join(", ", Body["byLanguage"]!.AsArray().Select(r => $"{r!["recipients"]} in {r["language"]}"))}");
        screen.Line(
            $"   {(long)Body["withLink"]!["bytes"]! / 1e6:0.0} MB with a link each "
            + $"(with the directory itself {(long)Body["withDirectory"]!["bytes"]! / 1e6:0} MB)");
        screen.Line(
            $"   done in {InEarnest(Takes)}: {Takes.TotalSeconds:0.0} s on this clock; "
            + $"what decides is {Bound((string?)Body["withLink"]!["bound"])}");
        foreach (var problem in Body["problems"]!.AsArray())
            screen.Line(screen.In(Colour.Dim, Wrapping.Wrap($"{problem!["kind"]}: {problem["title"]} ({problem["count"]})", 3)));
        foreach (var left in Body["leftOut"]!.AsArray())
            screen.Line(screen.In(Colour.Yellow, Wrapping.Wrap(
                $"cannot be written: {left!["subject"]} {left["id"]} {left["state"]} in "
                + $"{string.Join(", ", left["files"]!.AsArray())} ({left["error"]})", 3)));
    }

    private static string Bound(string? bound) => bound switch
    {
        "MESSAGES_A_MINUTE" => "how many messages a mailbox may send in a minute",
        "REQUESTS_AT_ONCE" => "that a mailbox sends one message after the other",
        "BYTES" => "how many bytes may be uploaded in five minutes",
        "RECIPIENTS_A_DAY" => "how many recipients a mailbox may have in a day",
        _ => $"{bound}",
    };

    /// <summary>A time of this machine's clock as it would be with limits in earnest.</summary>
    public string InEarnest(TimeSpan time) => $"{time * Speed:h\\:mm\\:ss} in earnest";
}
