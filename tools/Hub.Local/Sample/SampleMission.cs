using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Register.States;

namespace Hub.Local.Sample;

/// <summary>A permanent mission that gets the directory's mails.</summary>
/// <param name="State">Its State.</param>
/// <param name="Json">The subscriber as the API takes it.</param>
public sealed record SampleMission(string State, JsonObject Json)
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["en"] = "Permanent Mission – {0}",
        ["fr"] = "Mission permanente – {0}",
        ["es"] = "Misión Permanente – {0}",
        ["ar"] = "البعثة الدائمة – {0}",
        ["ru"] = "Постоянное представительство – {0}",
        ["zh"] = "常驻代表团 – {0}",
    };

    private static readonly Dictionary<string, string> Working = new[]
    {
        ("fr", "AND BDI BEL BEN BFA CAF CHE CIV CMR COD COG COM DJI FRA GAB GIN GNB HTI LUX MCO MDG MLI NER ROU RWA SEN STP TCD TGO VNM"),
        ("es", "ARG BOL CHL COL CRI CUB DOM ECU ESP GNQ GTM HND MEX NIC PAN PER PRY SLV URY VEN"),
        ("ar", "ARE BHR DZA EGY IRQ JOR KWT LBN LBY MAR MRT OMN QAT SAU SDN SOM SYR TUN YEM"),
        ("ru", "ARM AZE BLR KAZ KGZ RUS TJK TKM UZB"),
        ("zh", "CHN"),
    }.SelectMany(l => l.Item2.Split(' ').Select(state => (State: state, Language: l.Item1)))
        .ToDictionary(l => l.State, l => l.Language);

    internal static SampleMission Of(State state)
    {
        var code = state.Alpha3.Value;
        var language = Working.GetValueOrDefault(code, "en");
        return new(code, new()
        {
            ["state"] = code,
            ["address"] = $"mission.{code}@mission.example".ToLower(CultureInfo.InvariantCulture),
            ["language"] = language,
            ["name"] = string.Format(
                CultureInfo.InvariantCulture, Names[language], state.Names.GetValueOrDefault(language) ?? state.Names["en"]),
        });
    }
}
