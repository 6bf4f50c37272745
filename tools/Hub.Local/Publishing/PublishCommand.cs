using System.Text.Json.Nodes;
using Hub.Local.Running;
using Hub.Local.Terminal;
using Hub.Register.Log;

namespace Hub.Local.Publishing;

/// <summary>Publishes an edition on the hub that runs, or says what would be published.</summary>
internal static class PublishCommand
{
    public static async Task<int> Run(PublishOptions options, Screen screen)
    {
        if (KeyRing.Read(options.Folder) is not { } ring || await RunningHub.Health(ring.Hub) is null)
            throw new CommandException(
                $"No hub runs whose keys are in {options.Folder}.",
                $"Start one with {Commands.On(options.Folder, "./hub up")}, or say with --data which folder it was started with.");
        using var hub = new HubClient(ring.Hub, ring.Keys[Caller.FirstReviewer]);
        var known = await KnownEditions.Of(hub);
        return options switch
        {
            { Drop: { } reason } => await Drop(hub, options, reason, screen),
            { Resend: { } who } => await Resend(hub, options, known, who, screen),
            _ => await Publish(hub, options, known, ring.Speed, screen),
        };
    }

    private static async Task<int> Publish(HubClient hub, PublishOptions options, KnownEditions known, double speed, Screen screen)
    {
        var id = options.Edition ?? EditionId.Of(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        if (known.Refusal(id, options) is { } refusal)
            throw refusal;
        if (known.Of(id) is "PUBLISHED")
        {
            screen.Line($"Edition {id} is published already: nothing is sent again.");
            if (!options.Follow)
                screen.Line($"How its mails went: {options.Command($"--edition {id} --follow")}");
        }
        else if (await Plan(hub, options, id, speed, screen) is var plan && options.DryRun)
            return 0;
        else if (!await Freeze(hub, options, plan, screen))
            return 1;
        return options.Follow && !options.DryRun ? await new Following(hub, id.Slug, screen).Show() : 0;
    }

    private static async Task<EditionPlanView> Plan(HubClient hub, PublishOptions options, EditionId id, double speed, Screen screen)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var plan = EditionPlanView.Of((await hub.Post("api/editions?dryRun=true", Body(options, id))).Required(), asked, speed);
        screen.Heading(plan.Confirmation is null ? "This is frozen, and being published" : "This would be published");
        plan.Show(screen);
        return plan;
    }

    // One that is frozen already asks nothing: it was confirmed then.
    private static async Task<bool> Freeze(HubClient hub, PublishOptions options, EditionPlanView plan, Screen screen)
    {
        var body = Body(options, KnownEditions.Parse(plan.Edition));
        if (plan.Confirmation is { } confirmation)
        {
            body["confirmation"] = confirmation;
            if (!options.Yes && !IsConfirmed(plan, screen))
                return false;
        }
        var edition = (await hub.Post("api/editions", body)).Required();
        screen.Line(
            $"Edition {edition["edition"]} is frozen at event {edition["frozenAt"]}: "
            + $"{Commands.Count((long)edition["authorities"]!, "authority", "authorities")} "
            + $"of {Commands.Count((long)edition["states"]!, "State")}.");
        return true;
    }

    private static bool IsConfirmed(EditionPlanView plan, Screen screen)
    {
        if (Console.IsInputRedirected)
            throw new CommandException(
                "Nobody is there to answer: nothing was published.", "Say --yes where it is to be published without being asked.",
                exitCode: 2);
        screen.Line(
            $"\nEdition {plan.Edition} goes to {Commands.Count(plan.Recipients, "recipient")}, and cannot be taken back. "
            + $"Type that number, {plan.Recipients}, to send it; anything else sends nothing:");
        var typed = Console.ReadLine()?.Trim() ?? "";
        if (typed == $"{plan.Recipients}")
            return true;
        screen.Line(typed.Length > 0 ? $"'{typed}' is not the number {plan.Recipients}: nothing was published." : "Nothing was published.");
        return false;
    }

    private static async Task<int> Drop(HubClient hub, PublishOptions options, string reason, Screen screen)
    {
        var edition = options.Edition ?? throw new CommandException("--drop needs --edition: which one is dropped?", exitCode: 2);
        var dropped = (await hub.Post($"api/editions/{edition.Slug}/drop", new JsonObject { ["reason"] = reason })).Required();
        screen.Line($"Edition {dropped["edition"]} is dropped: nothing of it is sent. A revision, or the next addendum, takes its place.");
        return 0;
    }

    private static async Task<int> Resend(HubClient hub, PublishOptions options, KnownEditions known, string who, Screen screen)
    {
        var edition = options.Edition ?? known.Newest
            ?? throw new CommandException("No edition is published: there is no mail to send again.", "./hub publish publishes one.");
        if (Unsent(edition, options, known) is { } why)
            throw why;
        await new Resending(hub, edition, screen).Send(who);
        return options.Follow ? await new Following(hub, edition.Slug, screen).Show() : 0;
    }

    private static CommandException? Unsent(EditionId edition, PublishOptions options, KnownEditions known) => known.Of(edition) switch
    {
        "PUBLISHED" => null,
        "DROPPED" => new($"Edition {edition} was dropped: none of its mails was sent, so none is sent again."),
        "FROZEN" => new(
            $"Edition {edition} is being published: its mails are still to come.",
            $"See them go: {options.Command($"--edition {edition} --follow")}"),
        _ => new(
            $"There is no edition {edition}.",
            known.Newest is { } newest ? $"The newest one that is published is {newest}." : "None is published yet."),
    };

    private static JsonObject Body(PublishOptions options, EditionId id)
    {
        var body = new JsonObject { ["edition"] = id.ToString() };
        if (options.Reason is { } reason)
            body["reason"] = reason;
        return body;
    }
}
