using Hub.Delivery.Webhooks;
using Hub.Register.Json;

namespace Hub.Pages.Portal.Endpoints;

/// <summary>What was typed and chosen for an endpoint.</summary>
public sealed record EndpointDraft : Confidential
{
    /// <summary>Where the hub is to post.</summary>
    public string? Url { get; init; }

    /// <summary>Deliveries a minute at most.</summary>
    public string? Rate { get; init; }

    /// <summary>Event types, by their codes.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>States.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Matters, by their codes.</summary>
    public IReadOnlyList<string> Matters { get; init; } = [];

    /// <summary>Networks.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>The draft that shows a filter.</summary>
    public static EndpointDraft Of(EndpointFilter? filter) => new()
    {
        Types = [.. (filter?.Types ?? []).Select(t => t.Code())],
        States = [.. (filter?.States ?? []).Select(s => s.Value)],
        Matters = [.. (filter?.Matters ?? []).Select(m => m.Code())],
        Networks = filter?.Networks ?? [],
    };
}

/// <summary>What a filter is chosen from.</summary>
/// <param name="States">States by name.</param>
/// <param name="Networks">Networks by name.</param>
public sealed record FilterChoices(
    IReadOnlyList<(string Code, string Name)> States, IReadOnlyList<(string Code, string Name)> Networks) : Confidential;
