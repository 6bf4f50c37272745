using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Receiver.Tests;

/// <summary>
/// The vectors that receivers in any language can test themselves with (folder vectors): made by other programs than the hub.
/// </summary>
public sealed class VectorTests
{
    public static TheoryData<string, string> StandardWebhooks => Of("standard-webhooks", "vectors");

    public static TheoryData<string, string> MessageSignatures => Of("message-signatures", "vectors");

    public static TheoryData<string, string> Digests => Of("digests", "vectors");

    public static TheoryData<string, string> Trails => Of("trail", "vectors");

    public static TheoryData<string, string> Inclusions => Of("merkle", "inclusion");

    public static TheoryData<string, string> Consistencies => Of("merkle", "consistency");

    private static JwkSet Keys => JwkSet.Parse(File("message-signatures")["keys"]!.ToJsonString());

    [Theory, MemberData(nameof(StandardWebhooks))]
    public void Standard_Webhooks(string name, string json)
    {
        var v = JsonNode.Parse(json)!;
        var headers = new Dictionary<string, string>
        {
            ["webhook-id"] = (string)v["id"]!, ["webhook-timestamp"] = (string)v["timestamp"]!,
            ["webhook-signature"] = (string)v["signature"]!,
        };
        var webhook = new ReceivedWebhook("https://partner.example/", headers, Encoding.UTF8.GetBytes((string)v["body"]!));
        Check(name, v, StandardWebhook.Problem(webhook, (string)v["secret"]!, Now(v)));
    }

    [Theory, MemberData(nameof(MessageSignatures))]
    public void Message_signatures(string name, string json)
    {
        var v = JsonNode.Parse(json)!;
        var webhook = new ReceivedWebhook(
            (string)v["url"]!, v["headers"].Deserialize<Dictionary<string, string>>()!, Encoding.UTF8.GetBytes((string)v["body"]!));
        Check(name, v, MessageSignature.Problem(webhook, Keys, Now(v)));
    }

    [Theory, MemberData(nameof(Digests))]
    public void Signed_digests(string name, string json)
    {
        var v = JsonNode.Parse(json)!;
        var (digest, problem) = LogDigest.Read((string)v["signed"]!, Keys);
        Check(name, v, problem);
        Assert.Equal(v["digest"] is { } d ? ((long)d["sequence"]!, (string)d["root"]!) : default, (digest?.Sequence ?? 0, digest?.Root!));
    }

    [Theory, MemberData(nameof(Trails))]
    public void Repeats_and_gaps(string name, string json)
    {
        var v = JsonNode.Parse(json)!;
        var trail = new EventTrail((long)v["sequence"]!, (string)v["hash"]!);
        var arrival = trail.Take(Encoding.UTF8.GetBytes(v["event"]!.ToJsonString())).Arrival;
        Assert.Equal((name, v["arrival"]!.ToString()), (name, arrival.ToString().ToUpperInvariant()));
    }

    [Fact]
    public void Roots()
    {
        var file = File("merkle");
        var leaves = file["leaves"]!.AsArray().Select(l => MerkleProof.LeafHash(Convert.FromHexString((string)l!))).ToList();
        Assert.All(file["roots"]!.AsArray(), r => Assert.Equal(
            (string)r!["root"]!, Convert.ToHexStringLower(MerkleProof.Root([.. leaves.Take((int)r["size"]!)]))));
    }

    [Theory, MemberData(nameof(Inclusions))]
    public void Proofs_of_inclusion(string name, string json)
    {
        var v = JsonNode.Parse(json)!;
        var holds = MerkleProof.Includes(
            Hex(v["leafHash"]!), (long)v["index"]!, (long)v["size"]!, [.. v["path"]!.AsArray().Select(Hex!)], Hex(v["root"]!));
        Check(name, v, holds ? null : "no");
    }

    [Theory, MemberData(nameof(Consistencies))]
    public void Proofs_of_consistency(string name, string json)
    {
        var v = JsonNode.Parse(json)!;
        var holds = MerkleProof.Extends(
            (long)v["first"]!, Hex(v["firstRoot"]!), (long)v["second"]!, Hex(v["secondRoot"]!), [.. v["path"]!.AsArray().Select(Hex!)]);
        Check(name, v, holds ? null : "no");
    }

    [Fact]
    public void A_mirror_finds_the_State_whose_events_differ()
    {
        var (mirror, other) = (new LogMirror(), new LogMirror());
        foreach (var (sequence, state, hash) in new[] { (1, "SEN", "aa"), (2, "GHA", "bb"), (3, null, "cc"), (4, "SEN", "dd") })
        {
            Assert.True(mirror.Take(Event(sequence, state, hash)));
            Assert.True(other.Take(Event(sequence, state, hash == "bb" ? "ee" : hash)));
        }
        Assert.False(mirror.Take(Event(6, "SEN", "ff")));
        Assert.Equal(4, mirror.Sequence);
        var digests =
            $$"""{"at":4,"items":[{"root":"{{Root("cc")}}"},{"state":"GHA","root":"{{Root("bb")}}"},{"state":"SEN","root":"{{Root("aa", "dd")}}"}]}""";
        Assert.Empty(mirror.Differences(digests));
        Assert.Equal(["GHA"], other.Differences(digests));
        Assert.True(mirror.Agrees(new(3, "cc", Root("aa", "bb", "cc"), default)));
        Assert.False(other.Agrees(new(3, "cc", Root("aa", "bb", "cc"), default)));
    }

    private static byte[] Event(int sequence, string? state, string hash) => Encoding.UTF8.GetBytes(
        state is null
            ? $$"""{"sequence":{{sequence}},"hash":"{{hash}}"}"""
            : $$"""{"sequence":{{sequence}},"state":"{{state}}","hash":"{{hash}}"}""");

    private static string Root(params string[] hashes) =>
        Convert.ToHexStringLower(MerkleProof.Root([.. hashes.Select(h => MerkleProof.LeafHash(Convert.FromHexString(h)))]));

    private static void Check(string name, JsonNode vector, string? problem) =>
        Assert.True((bool)vector["valid"]! == problem is null, $"{name}: {problem ?? "taken"}");

    private static DateTimeOffset Now(JsonNode vector) => DateTimeOffset.FromUnixTimeSeconds((long)vector["now"]!);

    private static byte[] Hex(JsonNode node) => Convert.FromHexString((string)node!);

    private static JsonNode File(string name) =>
        JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vectors", $"{name}.json")))!;

    private static TheoryData<string, string> Of(string file, string part)
    {
        var data = new TheoryData<string, string>();
        foreach (var vector in File(file)[part]!.AsArray())
            data.Add(
                (string?)vector!["name"] ?? $"{vector["index"] ?? vector["first"]} of {vector["size"] ?? vector["second"]}",
                vector.ToJsonString());
        return data;
    }
}
