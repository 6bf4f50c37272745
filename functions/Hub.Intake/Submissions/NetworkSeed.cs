using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Notices.Parsing;
using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.Records;

namespace Hub.Intake.Submissions;

/// <summary>A notice of the memberships that the sources attest.</summary>
/// <param name="Memberships">What it puts on record.</param>
/// <param name="Form">The notice, as a sender would write it.</param>
public sealed record SeedNotice(IReadOnlyList<Membership> Memberships, JsonObject Form);

/// <summary>What the register of networks begins with: the memberships of the hub's own data, as quiet corrections.</summary>
public static class NetworkSeed
{
    /// <summary>The notices, in the order of States.</summary>
    public static IReadOnlyList<SeedNotice> Notices(NetworkCatalog networks) =>
    [
        .. networks.All.SelectMany(n => n.Attested)
            .OrderBy(m => m.State.Value, StringComparer.Ordinal).ThenBy(m => m.Network, StringComparer.Ordinal)
            .Chunk(NoticeParser.MostChanges).Select((chunk, i) => new SeedNotice(chunk, Form(chunk, i + 1))),
    ];

    private static JsonObject Form(IReadOnlyList<Membership> memberships, int number) => new()
    {
        ["state"] = memberships[0].State.Value,
        ["kind"] = NoticeKind.Correction.Code(),
        ["officialRef"] = $"NETWORKS/{number.ToString(CultureInfo.InvariantCulture)}",
        ["noteDate"] = NetworkParser.CompiledOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["quiet"] = true,
        ["changes"] = new JsonArray([.. memberships.Select(Change)]),
    };

    private static JsonObject Change(Membership membership) =>
        new() { ["membership"] = JsonSerializer.SerializeToNode(membership, HubJson.Options) };
}
