using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;
using Hub.Local;
using Hub.LocalProcesses;
using Xunit.Abstractions;

namespace Hub.EndToEnd.Tests.Canaries;

/// <summary>
/// I6: through a year with notices, mails, webhooks, pages, an edition, failures and refusals, no restricted value leaves the places where
/// it belongs (<see cref="Allowed"/>): the restricted directory, mails to those who may read them, and what the hub keeps for these.
/// </summary>
public sealed class CanaryTests(ITestOutputHelper output) : IAsyncLifetime, IDisposable
{
    // What was answered 400, 403 or 422 is kept nowhere.
    private static readonly string[] NotKept = ["field", "value", "member", "literal", "key", "idempotency", "foreign"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hub-canaries-");
    private readonly TraceCollector _traces = new();
    private readonly Cage _cage = new();
    private readonly List<string> _leaks = [];
    private RunningHub _hub = null!;

    public async Task InitializeAsync() => _hub = await RunningHub.Start(new LocalHubOptions
    {
        Folder = _folder.FullName, Speed = 600, LogStorage = true, Settings = new Dictionary<string, string>(_traces.Settings),
    });

    public async Task DisposeAsync()
    {
        await _hub.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public void Dispose() => _traces.Dispose();

    [Fact]
    public async Task In_a_year_of_the_hub_no_restricted_value_stands_where_it_does_not_belong()
    {
        var year = new CanaryYear(_hub, _cage);
        await using var queues = new QueuePeeker(_hub.Local.Broker);
        await year.BeginWithRecipients();
        var record = await year.NotifyByApi();
        await year.NotifyByMail();
        await LookAtPages(year, record);
        await year.FailToRoute();
        var processes = OpenPlaces.OfProcesses();
        var edition = await year.PublishEdition();
        await year.AYearGoesBy();
        await Eventually.True(() => _traces.Text.Contains("webhook.deliver", StringComparison.Ordinal), "the traces have come");

        foreach (var (place, text) in await new OpenPlaces(_hub, _traces).All(edition))
            Look(place, text, Seen.Nobody);
        Look("a message", queues.Text, Seen.Nobody);
        Look("the list of processes", processes + OpenPlaces.OfProcesses(), Seen.Nobody);
        await LookAtDirectory(record);
        await LookAtMails(year);
        var stored = await LookAtStorage(edition);

        output.WriteLine($"{_cage.All.Count} canaries, {queues.Count} messages seen");
        Assert.True(
            queues.Count > 0 && processes.Contains("Hub.FileReader", StringComparison.Ordinal),
            "The test did not see what it is to look at.");
        Assert.True(_leaks.Count == 0, string.Join('\n', _leaks.Distinct()));
        EachIsThereToBeFound(stored);
    }

    // Every reader sees what is the directory's, and nothing else.
    private async Task LookAtDirectory(string record)
    {
        var reader = await _hub.Reader();
        foreach (var path in new[] { $"api/authorities?state={CanaryYear.ByApi}", $"api/authorities/{record}" })
            Look(path, (await reader.Get(path)).Expect(200).Text, Seen.Directory);
        Look("a vCard", (await reader.Get($"api/authorities/{record}", ("Accept", "text/vcard"))).Expect(200).Text, Seen.Directory);
    }

    // No address and no title has any of it, and nobody on the way keeps a page.
    private async Task LookAtPages(CanaryYear year, string record)
    {
        foreach (var (page, state, seen) in await SignedInPlaces.All(_hub, year, _cage, record))
        {
            Look($"the address {page.Address}", page.Address, Seen.Nobody);
            Look($"the title of {page.Address}", page.Title, Seen.Nobody);
            Look($"{page.Address} as {state} sees it", page.Text, c => c.State == state && seen.HasFlag(c.Seen));
            Assert.True(page.IsUnkept || page.Address.StartsWith("/records/", StringComparison.Ordinal), $"{page.Address} may be kept.");
        }
    }

    // What stands in the directory goes to all; who wrote by mail is told what was understood; and each has its own address in it.
    private async Task LookAtMails(CanaryYear year)
    {
        var sent = (await _hub.Mailbox.Get("control/sent")).Expect(200).Json.AsArray().Select(m => m!).ToList();
        Assert.Contains(sent, m => Has(m, CanaryYear.ByApi, Seen.Directory));
        foreach (var mail in sent)
        {
            var to = $"{mail["to"]}";
            var own = _cage
                .All.Where(c => new Haystack(to).Forms.Any(f => f.Contains(c.Needle, StringComparison.OrdinalIgnoreCase)))
                .Select(c => c.State)
                .ToHashSet();
            var answered = to.Contains(year.Mission(CanaryYear.ByMail), StringComparison.Ordinal) || own.Contains("XAD");
            Look(
                $"a mail to {to}",
                $"{mail}",
                c =>
                    c.Seen == Seen.Directory || (own.Contains(c.State) && (c.Seen == Seen.Recipient || (answered && c.Seen == Seen.Notice)))
            );
        }
    }

    private async Task<Haystack> LookAtStorage(string edition)
    {
        var (rows, blobs) = (await Storage.Rows(_hub), await Storage.Blobs(_hub));
        foreach (var (place, text) in rows)
        {
            Look($"the key of {place}", place, Seen.Nobody);
            Look($"the row {place}", text, Allowed.InRow(place));
        }
        foreach (var (place, text) in blobs)
        {
            Look($"the name of {place}", place, Seen.Nobody);
            Look($"the blob {place}", text, Allowed.InBlob(place, edition));
        }
        return new(string.Join('\n', rows.Concat(blobs).Select(p => p.Text)));
    }

    // What is looked for must be there to be found: what was taken in is in the stores, whole.
    private void EachIsThereToBeFound(Haystack stored)
    {
        var missing = _cage.All.Where(c => !IsOfWhatWasNotKept(c) && !c.StandsIn(stored)).Select(c => c.Value).ToList();
        Assert.True(missing.Count == 0, $"Not to be found at all: {string.Join(", ", missing)}");
    }

    private static bool IsOfWhatWasNotKept(Canary canary) => canary.State == CanaryYear.ByApi && canary.Seen == Seen.Notice
        && NotKept.Any(f => canary.Value.EndsWith($"fin{f}", StringComparison.Ordinal));

    private bool Has(JsonNode mail, string state, Seen seen) =>
        _cage.All.Any(c => c.State == state && c.Seen == seen && c.StandsIn(new($"{mail}")));

    private void Look(string place, string text, Seen allowed) => Look(place, text, c => allowed.HasFlag(c.Seen));

    private void Look(string place, string text, Func<Canary, bool> mayStand)
    {
        var haystack = new Haystack(text);
        _leaks.AddRange(
            _cage.All.Where(c => !mayStand(c) && c.StandsIn(haystack)).Select(c => $"{c.Value} ({c.Seen} of {c.State}) stands in {place}.")
        );
    }
}
