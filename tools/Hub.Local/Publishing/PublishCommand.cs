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
            { DryRun: true } => await Plan(hub, options, ring.Speed, screen),
            { Resend: { } reader } => await Resend(hub, options, reader, screen),
            _ => await Publish(hub, options, screen),
        };
    }

    private static async Task<int> Plan(HubClient hub, PublishOptions options, double speed, Screen screen)
    {
        var asked = TimeProvider.System.GetUtcNow();
        var plan = EditionPlanView.Of(Answered(await hub.Post("api/editions?dryRun=true", Body(options))), asked, speed);
        screen.Heading("This would be published");
        plan.Show(screen);
        return 0;
    }

    private static async Task<int> Publish(HubClient hub, PublishOptions options, Screen screen)
    {
        var edition = Answered(await hub.Post("api/editions", Body(options)));
        screen.Line(
            $"Edition {edition["edition"]} is frozen at event {edition["frozenAt"]}: "
            + $"{edition["authorities"]} authorities of {edition["states"]} States.");
        return options.Follow ? await new Following(hub, Slug(edition), screen).Show() : 0;
    }

    private static async Task<int> Resend(HubClient hub, PublishOptions options, string reader, Screen screen)
    {
        // Asked for again, an edition that is published already is only named.
        var slug = options.Edition?.Replace('/', '-') ?? Slug(Answered(await hub.Post("api/editions", new JsonObject())));
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
