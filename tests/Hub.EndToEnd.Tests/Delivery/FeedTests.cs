using System.Text;
using System.Text.Json.Nodes;
using Hub.EndToEnd.Tests.Faults;
using Hub.EndToEnd.Tests.Running;
using Hub.Receiver;

namespace Hub.EndToEnd.Tests.Delivery;

/// <summary>What a partner reads of the log, proves and confirms.</summary>
[Collection(FaultyReceiversCollection.Name)]
public sealed class FeedTests(FaultyHub fixture)
{
    private readonly RunningHub _hub = fixture.Hub;

    [Fact]
    public async Task What_a_partner_holds_is_proved_to_be_the_log_and_a_difference_is_found()
    {
        await fixture.Change();
        await fixture.Change();
        var partner = await _hub.PartnerNamed("prover");
        var keys = JwkSet.Parse((await partner.Get(".well-known/jwks.json")).Expect(200).Text);
        var (mirror, forged) = (new LogMirror(), new LogMirror());
        foreach (var e in await _hub.Events())
        {
            Assert.True(mirror.Take(Encoding.UTF8.GetBytes(e.ToJsonString())));
            e["hash"] = mirror.Sequence == 1 ? new string('a', 64) : e["hash"]!.ToString();
            forged.Take(Encoding.UTF8.GetBytes(e.ToJsonString()));
        }
        var at = mirror.Sequence;
        var earlier = LogDigest.Read((await partner.Get("api/events/digest?at=1")).Expect(200)["signed"], keys).Digest!;
        var digest = LogDigest.Read((await partner.Get($"api/events/digest?at={at}")).Expect(200)["signed"], keys).Digest!;
        var states = (await partner.Get($"api/events/digest/states?at={at}")).Expect(200).Text;

        Assert.True(mirror.Agrees(digest));
        Assert.Empty(mirror.Differences(states));
        Assert.False(forged.Agrees(digest));
        Assert.Equal([(await _hub.Events())[0]["state"]!.ToString()], forged.Differences(states));
        Assert.True(LogProof.Includes((await partner.Get($"api/events/digest/inclusion?sequence=1&at={at}")).Expect(200).Text, digest));
        Assert.True(
            LogProof.Extends((await partner.Get($"api/events/digest/consistency?from=1&at={at}")).Expect(200).Text, earlier, digest));
        (await partner.Get($"api/events/digest?at={at + 1000}")).Expect(400);
    }

    [Fact]
    public async Task A_receipt_is_for_the_hash_of_the_log_and_the_Secretariat_sees_it()
    {
        var endpoint = await _hub.Listen("confirming");
        var partner = await _hub.PartnerNamed("confirming");
        await fixture.Change();
        var head = (await partner.Get("api/events/head")).Expect(200).Json;
        JsonObject Body(string hash) => new() { ["sequence"] = head["sequence"]!.DeepClone(), ["hash"] = hash };
        (await partner.Post($"api/endpoints/{endpoint}/receipts", Body(new string('0', 64)))).Expect(422);
        (await partner.Post($"api/endpoints/{endpoint}/receipts", Body(head["hash"]!.ToString()))).Expect(200);
        (await (await _hub.PartnerNamed("another")).Post($"api/endpoints/{endpoint}/receipts", Body(head["hash"]!.ToString()))).Expect(404);

        var standing = (await _hub.Secretariat.Get("api/receipts")).Expect(200).Json["items"]!.AsArray()
            .Single(i => (string)i!["endpoint"]! == endpoint)!;
        Assert.Equal(((long)head["sequence"]!, "confirming"), ((long)standing["confirmed"]!, (string)standing["partner"]!));
        (await partner.Get("api/receipts")).Expect(403);
    }

    [Fact]
    public async Task The_feed_tells_what_is_not_modified_and_waits_for_what_is_to_come()
    {
        await fixture.Change();
        var partner = await _hub.PartnerNamed("waiting");
        var head = (await _hub.Events()).Count;
        var page = (await partner.Get($"api/events?after={head - 1}")).Expect(200);
        (await partner.Get($"api/events?after={head - 1}", ("If-None-Match", page.Headers.ETag!.ToString()))).Expect(304);

        var waiting = partner.Get($"api/events?after={head}&wait=20");
        var again = partner.Get($"api/events?after={head - 1}&wait=20", ("If-None-Match", page.Headers.ETag!.ToString()));
        await fixture.Change();

        Assert.Equal(head + 1, (long)(await waiting).Expect(200).Json["items"]![0]!["sequence"]!);
        Assert.Equal(2, (await again).Expect(200).Json["items"]!.AsArray().Count);
        (await partner.Get("api/events?wait=21")).Expect(400);
    }
}
