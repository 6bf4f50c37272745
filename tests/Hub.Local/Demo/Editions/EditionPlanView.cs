using System.Text.Json.Nodes;

namespace Hub.Local.Demo.Editions;

/// <summary>The plan of an edition as the API told it.</summary>
/// <param name="Body">The answer.</param>
/// <param name="Takes">From the request to the last mail, on this machine's clock.</param>
/// <param name="Speed">How many times faster than in earnest that is.</param>
internal sealed record EditionPlanView(JsonNode Body, TimeSpan Takes, double Speed)
{
    public string Edition => (string)Body["edition"]!;

    public string Slug => Edition.Replace('/', '-');

    public int Mails => (int)Body["withLink"]!["mails"]!;

    public static EditionPlanView Of(JsonNode body, DateTimeOffset asked, double speed) =>
        new(body, (DateTimeOffset)body["withLink"]!["finish"]! - asked, speed);

    public void Show(Session session)
    {
        var files = Body["files"]!.AsArray();
        session.Screen.Line(
            $"   edition {Edition}, closed on {Body["cutOff"]}: {Body["authorities"]} authorities of {Body["states"]} States; "
            + $"{files.Count} files, {files.Sum(f => (long)f!["bytes"]!) / 1e6:0.0} MB");
        session.Screen.Line($"   {Mails} mails: {string.Join(", ", Body["readers"]!.AsArray().Select(r => $"{r!["readers"]} in {r["language"]}"))}");
        session.Screen.Line(
            $"   {(long)Body["withLink"]!["bytes"]! / 1e6:0.0} MB with a link each (with the directory itself {(long)Body["withDirectory"]!["bytes"]! / 1e6:0} MB)");
        session.Screen.Line($"   done in {InEarnest(Takes)}: {Takes.TotalSeconds:0.0} s on this clock; what decides is {Body["withLink"]!["bound"]}");
        foreach (var problem in Body["problems"]!.AsArray())
            session.Note($"{problem!["kind"]}: {problem["title"]} ({problem["count"]})");
    }

    /// <summary>A time of this machine's clock as it would be with limits in earnest.</summary>
    public string InEarnest(TimeSpan time) => $"{time * Speed:h\\:mm\\:ss} in earnest";
}
