using System.Text.Json.Nodes;
using Hub.Local.Running;
using Hub.Local.Terminal;

namespace Hub.Local.Publishing;

/// <summary>Publishes an edition on the hub that runs, or says what would be published.</summary>
internal static class PublishCommand
{
    public static async Task<int> Run(PublishOptions options, Screen screen)
    {
        if (KeyRing.Read(options.Folder) is not { } ring || await RunningHub.Health(ring.Hub) is null)
            throw new CommandException(
                $"No hub runs whose keys are in {options.Folder}.",
                "Start one with ./hub up, or say with --data which folder it was started with.");
        using var hub = new HubClient(ring.Hub, ring.Keys[Caller.FirstReviewer]);
        return options switch
        {
            { DryRun: true } => await Plan(hub, options, ring.Speed, screen) is not null ? 0 : 1,
            { Drop: { } reason } => await Drop(hub, options, reason, screen),
            { Resend: { } reader } => await Resend(hub, options, reader, screen),
            _ => await Publish(hub, options, ring.Speed, screen),
        };
    }

    private static async Task<EditionPlanView> Plan(HubClient hub, PublishOptions options, double speed, Screen screen)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var plan = EditionPlanView.Of(Answered(await hub.Post("api/editions?dryRun=true", Body(options))), asked, speed);
        screen.Heading("This would be published");
        plan.Show(screen);
        return plan;
    }

    // One that is frozen already asks nothing: it was confirmed then.
    private static async Task<int> Publish(HubClient hub, PublishOptions options, double speed, Screen screen)
    {
        var plan = await Plan(hub, options, speed, screen);
        var body = Body(options);
        if (plan.Confirmation is { } confirmation)
        {
            body["confirmation"] = confirmation;
            if (!options.Yes && !IsConfirmed(plan, screen))
            {
                screen.Line("Nothing was published.");
                return 1;
            }
        }
        var edition = Answered(await hub.Post("api/editions", body));
        screen.Line(
            $"Edition {edition["edition"]} is frozen at event {edition["frozenAt"]}: "
            + $"{edition["authorities"]} authorities of {edition["states"]} States.");
        return options.Follow ? await new Following(hub, Slug(edition), screen).Show() : 0;
    }

    private static bool IsConfirmed(EditionPlanView plan, Screen screen)
    {
        screen.Line(
            $"\nEdition {plan.Edition} goes to {plan.Recipients} readers, and cannot be taken back. Type {plan.Recipients} to send it:");
        if (Console.IsInputRedirected)
            throw new CommandException(
                "Nobody is there to answer: nothing was published.", "Say --yes where it is to be published without being asked.",
                exitCode: 2);
        return Console.ReadLine()?.Trim() == $"{plan.Recipients}";
    }

    private static async Task<int> Drop(HubClient hub, PublishOptions options, string reason, Screen screen)
    {
        var slug = options.Edition?.Replace('/', '-')
            ?? throw new CommandException("--drop needs --edition: which one is dropped?", exitCode: 2);
        var dropped = Answered(await hub.Post($"api/editions/{Uri.EscapeDataString(slug)}/drop", new JsonObject { ["reason"] = reason }));
        screen.Line($"Edition {dropped["edition"]} is dropped: nothing of it is sent. A revision, or the next addendum, takes its place.");
        return 0;
    }

    private static async Task<int> Resend(HubClient hub, PublishOptions options, string reader, Screen screen)
    {
        // The plan of an edition that is published already is only its name.
        var slug = options.Edition?.Replace('/', '-') ?? Slug(Answered(await hub.Post("api/editions?dryRun=true", new JsonObject())));
        var path = reader == "failed"
            ? $"api/editions/{slug}/deliveries/resend"
            : $"api/editions/{slug}/deliveries/{Uri.EscapeDataString(reader)}/resend";
        var answer = Answered(await hub.Post(path, new JsonObject()));
        screen.Line($"{answer["asked"]!.AsArray().Count} mails go again.");
        foreach (var stopped in answer["stopped"]!.AsArray())
            screen.Line(Wrapping.Wrap(
                $"{stopped}: not sent, its address bounced. GET /api/quality says why; a new address, or "
                + $"POST /api/quality/{stopped}/resolve, opens it.",
                2));
        return options.Follow ? await new Following(hub, slug, screen).Show() : 0;
    }

    private static JsonObject Body(PublishOptions options)
    {
        var body = new JsonObject();
        if (options.Edition is { } edition)
            body["edition"] = edition;
        if (options.Reason is { } reason)
            body["reason"] = reason;
        return body;
    }

    private static string Slug(JsonNode edition) => edition["edition"]!.ToString().Replace('/', '-');

    private static JsonNode Answered(HubAnswer answer) => answer.IsSuccess
        ? answer.Body!
        : throw new CommandException($"{answer.Body?["title"]}: {answer.Body?["detail"] ?? answer.Body?["problems"]}");
}
