using System.Text;
using System.Text.RegularExpressions;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>
/// Wherever nothing restricted may stand: what the public, partners, operators and other processes of the machine can see.
/// </summary>
internal sealed partial class OpenPlaces(RunningHub hub, TraceCollector traces)
{
    /// <summary>What partners get and ask for, what everyone can read, and what is written of the hub's work.</summary>
    public async Task<IReadOnlyList<(string Place, string Text)>> All(string edition) =>
    [
        ("the webhooks", (await hub.Partner.Get("control/hooks/canary/received")).Expect(200).Text),
        ("the log", (await (await hub.PartnerNamed("canary")).Get("api/events?limit=500")).Expect(200).Text),
        ("a partner's endpoints", (await (await hub.PartnerNamed("canary")).Get("api/endpoints")).Expect(200).Text),
        ("the networks", (await hub.Nobody.Get("api/networks")).Expect(200).Text),
        ("a State's networks", (await hub.Nobody.Get("api/states/FIN/networks")).Expect(200).Text),
        ("the directory for everybody", await Directory()),
        ("the edition's abstract", await Abstract(edition)),
        ("the health", (await hub.Nobody.Get("healthz")).Expect(200).Text),
        ("the failures", (await hub.Secretariat.Get("api/failures")).Expect(200).Text),
        ("the list of what is wrong with records", (await hub.Secretariat.Get("api/quality")).Expect(200).Text),
        ("the edition's deliveries", (await hub.Secretariat.Get($"api/editions/{edition}/deliveries")).Expect(200).Text),
        ("the receipts", (await hub.Secretariat.Get("api/receipts")).Expect(200).Text),
        ("another State's reply", (await (await hub.Office("DNK")).Get("api/notices")).Text),
        ("the traces", traces.Text),
        ("the functions' log", Read(hub.Local.LogFile!)),
        ("the broker's output", hub.Local.Broker.Output),
        ("the addresses asked of storage", hub.Local.Storage.Output),
    ];

    /// <summary>What the system shows of the processes that run now: how they were started and with which environment.</summary>
    public static string OfProcesses() => string.Join('\n', Processes.Tree(Environment.ProcessId).Skip(1)
        .Select(p => $"{Processes.CommandLine(p)}\n{Processes.Read(p, "environ").Replace('\0', ' ')}"));

    // Each page of it that says something of the State, and those of its offices.
    private async Task<string> Directory()
    {
        var (text, seen) = (new StringBuilder(), new HashSet<string>());
        var pages = new Queue<string>(
        [
            $"directory/states/{CanaryYear.ByApi}", $"directory/find?state={CanaryYear.ByApi}&matter=MLA&urgent=true&language=fr",
            "directory/search?q=mutual", "directory/changes?since=2000-01-01", "directory/day-and-night", "directory/instruments/UNTOC",
        ]);
        while (pages.TryDequeue(out var page))
        {
            var html = (await hub.Nobody.Get(page)).Expect(200).Text;
            text.AppendLine(html);
            foreach (var office in OfficeLink().Matches(html).Select(m => m.Groups[1].Value).Where(seen.Add))
                pages.Enqueue(office);
        }
        return seen.Count > 0 ? text.ToString() : throw new InvalidOperationException("The directory has no office to look at.");
    }

    [GeneratedRegex("href=\"/(directory/authorities/[^/\"]+)\"")]
    private static partial Regex OfficeLink();

    private async Task<string> Abstract(string edition)
    {
        var text = new StringBuilder((await hub.Nobody.Get($"editions/{edition}")).Expect(200).Text);
        foreach (var file in new[] { "abstract.en.html", "abstract.fr.html", "abstract.json" })
            text.AppendLine((await hub.Nobody.Get($"editions/{edition}/{file}")).Expect(200).Text);
        return text.ToString();
    }

    private static string Read(string log)
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
