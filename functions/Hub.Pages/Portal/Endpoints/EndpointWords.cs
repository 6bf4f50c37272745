using Hub.Delivery.Webhooks;
using Hub.Pages.Texts;

namespace Hub.Pages.Portal.Endpoints;

/// <summary>Words for how an endpoint's deliveries go.</summary>
internal static class EndpointWords
{
    /// <summary>How many of the attempts of seven days arrived.</summary>
    public static string Share(EndpointLine line, Labels labels) => line.Attempts == 0
        ? labels["Portal.Share.None"]
        : labels.Say("Portal.Share.Of", labels.Number(line.Arrived), labels.Number(line.Attempts)).ToText(labels.RightToLeft);

    /// <summary>The parts of a filter that are set, and how many entries each has.</summary>
    public static IReadOnlyList<string> Parts(EndpointFilter? filter, Labels labels) =>
    [
        .. new[]
        {
            ("Types", filter?.Types?.Count ?? 0), ("States", filter?.States?.Count ?? 0), ("Matters", filter?.Matters?.Count ?? 0),
            ("Networks", filter?.Networks?.Count ?? 0),
        }.Where(p => p.Item2 > 0).Select(p => $"{labels[$"Portal.Filter.{p.Item1}"]}: {labels.Number(p.Item2)}"),
    ];
}
