using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Running;

namespace Hub.EndToEnd.Tests.Crashes;

/// <summary>The invariants, proven from outside on what is there in the end.</summary>
internal sealed class Proofs(RunningHub hub, IReadOnlyList<JsonNode> events, IReadOnlyDictionary<string, JsonNode> notices)
{
    private static readonly string[] Final = ["COMMITTED", "REJECTED", "DUPLICATE"];

    public IReadOnlyList<JsonNode> Events => events;

    public static async Task<Proofs> Collect(RunningHub hub, Ledger ledger)
    {
        var notices = new Dictionary<string, JsonNode>();
        foreach (var promise in ledger.Promises)
            notices[promise.Id] = (await hub.Secretariat.Get($"api/notices/{promise.Id}")).Expect(200).Json;
        return new(hub, await hub.Events(), notices);
    }

    public int Count(string status) => notices.Values.Count(n => (string)n["status"]! == status);

    /// <summary>I1: everything promised was routed and decided, and its original is there as it was sent.</summary>
    public async Task EveryPromiseIsKept(Ledger ledger)
    {
        var originals = hub.Blobs.GetBlobContainerClient("originals");
        foreach (var promise in ledger.Promises)
        {
            Assert.Contains((string)notices[promise.Id]["status"]!, Final);
            Assert.Equal(
                promise.Form, (await originals.GetBlobClient($"{promise.Id}/notice.json").DownloadContentAsync()).Value.Content.ToString());
        }
    }

    /// <summary>I1: a submission that was sent again and again became one notice.</summary>
    public async Task NothingWasKeptTwice(IEnumerable<string> states)
    {
        foreach (var state in states)
        {
            var kept = (await hub.Secretariat.Get($"api/notices?state={state}&limit=500")).Expect(200).Json["items"]!.AsArray();
            Assert.All(kept, n => Assert.Contains((string)n!["id"]!, notices));
        }
    }

    /// <summary>I2: one whole set of events for each committed notice, none for any other, numbered without gaps.</summary>
    public async Task TheLogIsWhole(Ledger ledger)
    {
        Assert.True((bool)(await hub.Secretariat.Get("api/events/verify")).Expect(200).Json["verified"]!);
        Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => (long)e["sequence"]!));
        var byNotice = events.GroupBy(e => (string)e["data"]!["noticeId"]!)
            .ToDictionary(g => g.Key, g => g.Select(e => (long)e["sequence"]!).ToList());
        foreach (var promise in ledger.Promises)
        {
            var committed = (string)notices[promise.Id]["status"]! == "COMMITTED";
            var own = byNotice.GetValueOrDefault(promise.Id) ?? [];
            Assert.Equal(committed ? promise.Changes : 0, own.Count);
            Assert.True(own.Count == 0 || own[^1] - own[0] == own.Count - 1, $"The events of {promise.Id} are not one transaction's.");
        }
        Assert.Equal(Count("COMMITTED"), byNotice.Count);
    }

    /// <summary>I4: each mail once; what a reader's mails cover has neither gap nor overlap.</summary>
    public void EveryReaderGotEachMailOnce(IReadOnlyList<SentMail> sent)
    {
        Assert.Equal(sent.Count, sent.Select(m => m.Id).Distinct().Count());
        var mailed = events.Where(e => (string)e["type"]! != "directory.authority.confirmed").Select(e => (long)e["sequence"]!).ToList();
        var readers = sent.GroupBy(m => m.Reader).ToDictionary(g => g.Key, g => g.ToList());
        Assert.All(Receivers.Missions, m => Covered(readers[m], mailed));
        foreach (var designated in events.Where(e => (string)e["type"]! == "directory.authority.designated"))
        {
            var mails = readers[$"authority-{designated["data"]!["recordId"]}"];
            var from = mails.Min(m => m.First);
            Assert.True(from <= (long)designated["sequence"]!, "An authority was not told of its own designation.");
            Covered(mails, mailed.Where(s => s >= from));
        }
    }

    /// <summary>I5: every event to every endpoint, in order, signed; the same id each time.</summary>
    public async Task EveryEndpointGotEveryEventInOrder()
    {
        foreach (var hook in Receivers.Hooks)
        {
            var received = await hub.Received(hook);
            Assert.All(received, r => Assert.True(r.IsSigned, $"{hook} got {r.Id} with a wrong signature."));
            Assert.All(received, r => Assert.Equal($"evt-{r.Sequence:D12}", r.Id));
            Assert.Equal(events.Select(e => (long)e["sequence"]!), received.Select(r => r.Sequence).Distinct());
        }
    }

    private static void Covered(List<SentMail> mails, IEnumerable<long> mailed) =>
        Assert.All(mailed, s => Assert.True(
            mails.Count(m => m.First <= s && s <= m.Last) == 1,
            $"Event {s} is in {mails.Count(m => m.First <= s && s <= m.Last)} mails of {mails[0].Reader}."));
}
