using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Networks;

/// <summary>Reads a network as the hub's own data describe it.</summary>
public static class NetworkParser
{
    /// <summary>The day on which the data were put together from their sources.</summary>
    public static readonly DateOnly CompiledOn = new(2026, 11, 24);

    /// <summary>Reads it.</summary>
    public static Network Read(JsonObject json)
    {
        var network = new Network
        {
            Id = (string)json["id"]!,
            Name = (string)json["name"]!,
            Names = (json["names"] as JsonObject ?? []).ToDictionary(
                n => Codes.TryParse<Language>(n.Key, out var language) ? language : throw new JsonException($"{n.Key} is no language."),
                n => (string)n.Value!),
            Acronym = (string)json["acronym"]!,
            Aliases = [.. Items(json["aliases"]).Select(a => (string)a!)],
            Established = json["established"]?.ToString(),
            Kind = (string)json["kind"]!,
            Status = Code<NetworkStatus>(json["status"], NetworkStatus.Operating),
            Members = Code<NetworkMembers>(json["members_are"], NetworkMembers.States),
            Url = (string?)json["url"],
            UrlOrigin = (string?)json["url_origin"],
            PrintedUrl = (string?)json["printed_url"],
            PrintedUrlIsDead = (bool?)json["printed_url_dead"] ?? false,
            PrintedIn = (string?)json["printed_in"],
            Source = (string)json["source"]!,
            Reference = (string)json["reference"]!,
            Notes = (string?)json["notes"],
            Scopes = (json["scope_notes"] as JsonObject ?? []).ToDictionary(s => new StateCode(s.Key), s => (string)s.Value!),
            Confidence = Code<Confidence>(json["confidence"], Confidence.Low),
            MembersComplete = (bool?)json["members_complete"] ?? false,
            StatedMembers = (int?)json["stated_member_count"],
            ListedMembers = [.. Items(json["members"]).Select(m => new StateCode((string)m!))],
            Attested = [],
            SupersededBy = (string?)json["superseded_by"],
        };
        return network with { Attested = [.. Attested(network, json)] };
    }

    private static IEnumerable<Membership> Attested(Network network, JsonObject json) =>
    [
        .. network.ListedMembers.Select(state => Listed(network, state, json)),
        .. Items(json["associated"]).Concat(Items(json["former"])).Select(m => Single(network, m!)),
    ];

    private static Membership Listed(Network network, StateCode state, JsonObject json)
    {
        var dates = json["dates"]?[state.Value];
        var source = (string?)dates?["source"] ?? network.Source;
        var scope = network.Scopes.GetValueOrDefault(state);
        return new(
            network.Id, state, MembershipRole.Member, Day(dates?["from"]), Day(dates?["to"]), scope is null ? source : $"{scope}. {source}",
            network.Confidence, CompiledOn);
    }

    private static Membership Single(Network network, JsonNode json) => new(
        network.Id, new((string)json["code"]!), Code(json["as"], MembershipRole.Member), Day(json["from"]), Day(json["to"]),
        (string)json["source"]!, Code(json["confidence"], Confidence.Low), CompiledOn);

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node as JsonArray ?? [];

    private static T Code<T>(JsonNode? node, T otherwise) where T : struct, Enum =>
        Codes.TryParse<T>((string?)node, out var value) ? value : otherwise;

    private static DateOnly? Day(JsonNode? node) =>
        node is null ? null : DateOnly.ParseExact((string)node!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
