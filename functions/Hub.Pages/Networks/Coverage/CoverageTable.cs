using Hub.Register.Json;
using Hub.Register.Networks;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Pages.Networks.Coverage;

/// <summary>Who belongs to what in one geographical sub-region.</summary>
/// <param name="Region">Its M49 code; null for what lies in none.</param>
/// <param name="States">Its States and jurisdictions.</param>
/// <param name="Networks">The networks to which any of them belongs.</param>
public sealed record CoverageTable(string? Region, IReadOnlyList<State> States, IReadOnlyList<Network> Networks)
{
    private Dictionary<(StateCode, string), Membership> Memberships { get; init; } = [];

    /// <summary>All sub-regions, continent by continent; last what lies in none.</summary>
    public static IReadOnlyList<CoverageTable> Of(NetworkDirectory directory)
    {
        var regions = directory.States.All.Where(s => !s.IsJurisdiction || directory.NetworksOf(s.Alpha3).Any()).ToLookup(s => s.Subregion);
        return [.. directory.States.Subregions.Append(null).Where(regions.Contains)
            .Select(region => Of(region, [.. regions[region]], directory))];
    }

    /// <summary>How many of its States there are; jurisdictions are not counted.</summary>
    public int Count => States.Count(s => !s.IsJurisdiction);

    /// <summary>Its States that belong to no network that is known to work.</summary>
    public IEnumerable<State> Without =>
        States.Where(s => !s.IsJurisdiction && !Networks.Any(n => n.Status == NetworkStatus.Operating && Cell(s, n) is not null));

    /// <summary>The key of its name.</summary>
    public string Name => $"Net.Region.{Region ?? "none"}";

    /// <summary>What a State is in a network; null for nothing.</summary>
    public Membership? Cell(State state, Network network) => Memberships.GetValueOrDefault((state.Alpha3, network.Id));

    private static CoverageTable Of(string? region, IReadOnlyList<State> states, NetworkDirectory directory)
    {
        var memberships = states.SelectMany(s => directory.NetworksOf(s.Alpha3)).ToDictionary(m => (m.State, m.Network));
        var present = memberships.Keys.Select(k => k.Network).ToHashSet();
        return new(region, states, [.. directory.Networks.Where(n => present.Contains(n.Id))]) { Memberships = memberships };
    }
}

/// <summary>Who belongs to what, as data: the roles by network, by State.</summary>
public sealed record CoverageData(long Sequence, DateOnly Day, IReadOnlyList<CoverageRow> States) : IPublic
{
    /// <summary>From the directory.</summary>
    public static CoverageData Of(NetworkDirectory directory) => new(directory.Sequence, directory.Day,
    [
        .. directory.States.All.Where(s => !s.IsJurisdiction || directory.NetworksOf(s.Alpha3).Any()).Select(s => new CoverageRow(
            s.Alpha3, s.Subregion, s.IsJurisdiction, directory.NetworksOf(s.Alpha3).ToDictionary(m => m.Network, m => m.Role))),
    ]);
}

/// <summary>One State or jurisdiction.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Subregion">Its sub-region (M49).</param>
/// <param name="IsJurisdiction">True where it is no State.</param>
/// <param name="Networks">What it is in each network it belongs to.</param>
public sealed record CoverageRow(
    StateCode Code, string? Subregion, bool IsJurisdiction, IReadOnlyDictionary<string, MembershipRole> Networks) : IPublic;
