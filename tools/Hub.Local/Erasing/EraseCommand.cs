using System.Text.Json.Nodes;
using Hub.Local.Running;
using Hub.Local.Terminal;

namespace Hub.Local.Erasing;

/// <summary>
/// Plans an erasure, orders it with the plan's confirmation, and shows how far it is. Whom it is about comes out of a file: a command line
/// is remembered by the shell, and seen by everybody on the machine.
/// </summary>
internal static class EraseCommand
{
    private const string KeySetting = "HUB_KEY";

    public static async Task<int> Run(EraseOptions options, Screen screen)
    {
        // What is wrong with the file is said before anybody is asked.
        var request = options.Request is { } file ? EraseRequest.Read(file) : null;
        using var hub = await Client(options);
        if (options.Show is { } id)
            Show((await hub.Get($"api/erasures/{Uri.EscapeDataString(id)}")).Required(), options, screen);
        else if (options.Confirm is { } confirmation)
        {
            request!["confirmation"] = confirmation;
            Show((await hub.Post("api/erasures", request)).Required(), options, screen);
        }
        else
            await Plan((await hub.Post("api/erasures?dryRun=true", request!)).Required(), request!, hub, options, screen);
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
                $"No hub runs whose keys are in {options.Folder}.",
                $"Start one with {Commands.On(options.Folder, "./hub up")}, or say with --data or --hub which one is meant.");
        return new(ring.Hub, ring.Keys[Caller.FirstReviewer]);
    }

    private static async Task Plan(JsonNode plan, JsonObject request, HubClient hub, EraseOptions options, Screen screen)
    {
        screen.Heading("This would be changed, and cannot be brought back");
        var items = new ErasedItems(hub, screen);
        foreach (var item in plan["items"]!.AsArray())
            await items.Show(item!, whole: request["notice"] is not null || request["mail"] is not null);
        foreach (var left in plan["left"]!.AsArray())
            screen.Line(Wrapping.Wrap($"Left as it is: {left!["what"]}. {left["remedy"]}", 2));
        screen.Line(
            plan["items"]!.AsArray().Count == 0
                ? "\nNothing is to be erased."
                : $"\nTo do it: {options.Command($"--request {Commands.Quoted(options.Request!)} --confirm {plan["confirmation"]}")}");
    }

    private static void Show(JsonNode erasure, EraseOptions options, Screen screen)
    {
        var state = (string?)erasure["state"] switch
        {
            "RUNNING" => "is being done", "WAITING" => "waits", "DONE" => "is done", "STOPPED" => "stopped after it failed again and again",
            var other => $"is {other}",
        };
        screen.Line($"Erasure {erasure["id"]} {state}: {erasure["done"]} of {Commands.Count((long)erasure["of"]!, "item")} done.");
        foreach (var item in erasure["waiting"]!.AsArray())
            screen.Line(Wrapping.Wrap($"{ErasedItems.Kind(item!)} {item!["id"]}{ErasedItems.Waits(item)}", 2));
        if ((string?)erasure["state"] != "DONE")
            screen.Line($"How far it is: {options.Command($"--show {erasure["id"]}")}");
    }
}
