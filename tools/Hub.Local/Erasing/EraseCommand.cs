using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Local.Running;
using Hub.Local.Terminal;

namespace Hub.Local.Erasing;

/// <summary>
/// Plans an erasure, orders it with the plan's confirmation, and shows how far it is. Whom it is about comes out of a file: a command line is
/// remembered by the shell, and seen by everybody on the machine.
/// </summary>
internal static class EraseCommand
{
    private const string KeySetting = "HUB_KEY";

    public static async Task<int> Run(EraseOptions options, Screen screen)
    {
        using var hub = await Client(options);
        if (options.Show is { } id)
            Show(Answered(await hub.Get($"api/erasures/{Uri.EscapeDataString(id)}")), screen);
        else if (options.Confirm is { } confirmation)
            Show(Answered(await hub.Post("api/erasures", Body(options, confirmation))), screen);
        else
            Plan(Answered(await hub.Post("api/erasures?dryRun=true", Body(options, null))), options, screen);
        return 0;
    }

    private static async Task<HubClient> Client(EraseOptions options)
    {
        if (options.Hub is { } address)
            return new(
                address, Environment.GetEnvironmentVariable(KeySetting) ?? throw new CommandException(
                    $"Set {KeySetting} to your key, or to an access token where people sign in (docs/privacy.md)."));
        if (KeyRing.Read(options.Folder) is not { } ring || await RunningHub.Health(ring.Hub) is null)
            throw new CommandException(
                $"No hub runs whose keys are in {options.Folder}.", "Start one with ./hub up, or say with --hub which one is meant.");
        return new(ring.Hub, ring.Keys[Caller.FirstReviewer]);
    }

    private static JsonObject Body(EraseOptions options, string? confirmation)
    {
        try
        {
            var text = options.Request == "-" ? Console.In.ReadToEnd() : File.ReadAllText(options.Request!);
            var body = JsonNode.Parse(text) as JsonObject ?? throw new JsonException("One object is wanted.");
            if (confirmation is not null)
                body["confirmation"] = confirmation;
            return body;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException($"{options.Request} cannot be read: {e.Message}");
        }
    }

    private static void Plan(JsonNode plan, EraseOptions options, Screen screen)
    {
        screen.Heading("This would be changed, and cannot be brought back");
        foreach (var item in plan["items"]!.AsArray())
            screen.Line($"  {item!["kind"],-7} {item["id"]}  {Files(item)}{Waits(item)}");
        foreach (var left in plan["left"]!.AsArray())
            screen.Line(Wrapping.Wrap($"Left as it is: {left!["what"]}. {left["remedy"]}", 2));
        screen.Line(
            plan["items"]!.AsArray().Count == 0
                ? "\nNothing is to be erased."
                : $"\nTo do it: ./hub erase --request {options.Request} --confirm {plan["confirmation"]}");
    }

    private static void Show(JsonNode erasure, Screen screen)
    {
        screen.Line($"Erasure {erasure["id"]} is {erasure["state"]}: {erasure["done"]} of {erasure["of"]} items are done.");
        foreach (var item in erasure["waiting"]!.AsArray())
            screen.Line($"  {item!["kind"],-7} {item["id"]} {Waits(item)}");
        if ((string?)erasure["state"] != "DONE")
            screen.Line($"How far it is: ./hub erase --show {erasure["id"]}");
    }

    private static string Files(JsonNode item) => (int?)item["files"] is > 0 and var files ? $"{files} files " : "";

    private static string Waits(JsonNode item) =>
        item["waits"] is { } why ? $"– {why}{(item["until"] is { } until ? $" Until {until}." : "")}" : "";

    private static JsonNode Answered(HubAnswer answer) => answer.IsSuccess
        ? answer.Body!
        : throw new CommandException($"{answer.Body?["title"]}: {answer.Body?["detail"] ?? answer.Body?["problems"]}");
}
