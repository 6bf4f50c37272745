using System.Text.Json.Nodes;
using Hub.Register.States;

namespace Hub.Local.Sample;

/// <summary>A notice of the sample, and the key under which it is sent: sent again, it changes nothing.</summary>
public sealed record SampleNotice(string Key, JsonObject Json);

/// <summary>
/// A register of the size the directory had in August 2010: 176 authorities of 89 States (CTOC/COP/2010/2 §8). The States and time zones
/// are real; every office, address and number is made up. The networks they belong to, the hub itself brings along.
/// </summary>
public sealed class SampleRegister
{
    private const string NoteDate = "2025-12-01";
    private static readonly string[] Bases = ["YES", "NO", "NOT_TREATY_CONDITIONAL", "YES", "NOT_STATED"];
    private readonly StateCatalog _states = new();
    private readonly SampleOptions _options;

    /// <summary>Makes the register of a seed.</summary>
    public SampleRegister(SampleOptions options)
    {
        _options = options;
        States = [.. SampleData.States.Take(options.States)];
        Notices = [.. States.Select(OfState)];
        Missions = [.. _states.All.Where(s => s.IsMember).Take(options.Missions).Select(SampleMission.Of)];
    }

    /// <summary>The States that designate authorities.</summary>
    public IReadOnlyList<SampleState> States { get; }

    /// <summary>The notices that build it up.</summary>
    public IReadOnlyList<SampleNotice> Notices { get; }

    /// <summary>The permanent missions that read it.</summary>
    public IReadOnlyList<SampleMission> Missions { get; }

    /// <summary>How many authorities there are.</summary>
    public int Authorities => States.Sum(s => s.Institutions.Length);

    private SampleNotice OfState(SampleState state, int index)
    {
        var random = new Random(_options.Seed * 1000 + index);
        var country = _states[new(state.Code)].Names.GetValueOrDefault(state.Language) ?? _states[new(state.Code)].Names["en"];
        List<JsonNode> changes = [.. InstitutionsOf(state).Select(i => (JsonNode)new JsonObject
        {
            ["authority"] = new SampleAuthority(state, i.Institution, i.Pairs, country, random).ToJson(),
        })];
        changes.Add(new JsonObject
        {
            ["legalBasis"] = new JsonObject
            {
                ["instrument"] = "UNTOC", ["value"] = Bases[random.Next(Bases.Length)], ["declaredOn"] = NoteDate,
            },
        });
        return Notice(state.Code, $"SAMPLE/{state.Code}", changes);
    }

    // Never two authorities for one pair (V06): the ministry of justice, which comes last, has what the others leave.
    private static IEnumerable<(Institution Institution, IReadOnlyList<string> Pairs)> InstitutionsOf(SampleState state)
    {
        var taken = new HashSet<string>();
        foreach (var (letter, institution) in SampleData.Institutions)
            if (state.Institutions.Contains(letter, StringComparison.Ordinal))
                yield return (institution, [.. institution.Pairs.Where(taken.Add)]);
    }

    private static SampleNotice Notice(string state, string reference, IEnumerable<JsonNode> changes) => new(
        $"sample-{reference}",
        new()
        {
            ["state"] = state,
            ["kind"] = "CORRECTION",
            ["officialRef"] = reference,
            ["noteDate"] = NoteDate,
            ["quiet"] = true,
            ["changes"] = new JsonArray([.. changes]),
        });
}
