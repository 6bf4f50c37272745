using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Hub.Core.Json;
using Hub.Core.Register;
using Hub.Core.States;

namespace Hub.Core.Networks;

/// <summary>Every network the hub knows, by id, name, acronym and the misprints of the source papers.</summary>
public sealed class NetworkCatalog
{
    private static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EJNI"] = "ejn", ["EJM"] = "ejn", ["GAFISUD"] = "rrag", ["GAFILAT"] = "rrag", ["Sahel"] = "sahel-platform",
        ["Sahel platform"] = "sahel-platform", ["Ibero-American Network"] = "iberred", ["COI"] = "coi-justice",
    };

    private readonly FrozenDictionary<string, Network> _byName;

    /// <summary>The catalogue from the hub's own data.</summary>
    public NetworkCatalog()
    {
        All = [.. ((JsonArray)EmbeddedData.Read("networks.json")).Select(n => Read((JsonObject)n!))];
        var names = All.SelectMany(n => new[] { n.Id, n.Acronym, n.Name }.Distinct(StringComparer.OrdinalIgnoreCase).Select(k => (k, n)))
            .Concat(Aliases.Select(a => (a.Key, All.First(n => n.Id == a.Value))));
        _byName = names.DistinctBy(n => n.Item1, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(n => n.Item1, n => n.Item2, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, in the order of the source papers.</summary>
    public IReadOnlyList<Network> All { get; }

    /// <summary>Finds a network by its id, or a name, acronym or misprint of it.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Network? network) => _byName.TryGetValue(name.Trim(), out network);

    private static Network Read(JsonObject json) => new()
    {
        Id = (string)json["id"]!,
        Name = (string)json["name"]!,
        Acronym = (string)json["acronym"]!,
        Established = json["established"]?.ToString(),
        Kind = (string)json["kind"]!,
        Url = (string?)json["url"],
        UrlOrigin = (string?)json["url_origin"],
        Source = (string)json["source"]!,
        Confidence = Codes.TryParse<Confidence>((string?)json["confidence"], out var confidence) ? confidence : Confidence.Low,
        MembersComplete = (bool?)json["members_complete"] ?? false,
        ListedMembers = [.. ((JsonArray)json["members"]!).Select(m => new StateCode((string)m!))],
        Notes = (string?)json["notes"],
        SupersededBy = (string?)json["superseded_by"],
    };
}
