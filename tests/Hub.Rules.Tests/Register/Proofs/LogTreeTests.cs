using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Hub.Delivery.Webhooks;
using Hub.Register.Log;
using Hub.Register.Log.Proofs;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;
using Hub.Rules.Tests.Delivery.Webhooks;

namespace Hub.Rules.Tests.Register.Proofs;

public sealed class LogTreeTests
{
    private readonly MemoryRegister _register = new();

    [Fact]
    public async Task A_digest_of_an_earlier_event_stays_the_same_however_the_log_grows()
    {
        using var tree = new LogTree(_register);
        _register.Grow(7);
        var then = await tree.Digest(5, default);
        _register.Grow(600);
        Assert.Equal(then, await tree.Digest(5, default));
        Assert.Equal(_register.Log[606].Hash, (await tree.Digest(607, default))!.Hash);
        Assert.Equal(await new LogTree(_register).Digest(607, default), await tree.Digest(607, default));
        Assert.Null(await tree.Digest(608, default));
    }

    [Fact]
    public async Task A_change_of_one_event_changes_the_digest_and_that_of_its_State_alone()
    {
        _register.Grow(3);
        _register.Change(
            new Change.SetMembership(new("wacap", Sample.OtherState, MembershipRole.Member, null, null, "list", Confidence.High, null)));
        var (digest, states) = await Look();
        _register.Log[3] = _register.Log[3] with { Hash = new string('a', 64) };
        var (changed, changedStates) = await Look();

        Assert.NotEqual(digest!.Root, changed!.Root);
        Assert.Equal([Sample.OtherState], states!.Zip(changedStates!).Where(s => s.First != s.Second).Select(s => s.First.State));
        Assert.Equal([1L, 3L], states!.Select(s => s.Events));
    }

    [Fact]
    public async Task A_log_with_a_hole_has_no_digest()
    {
        _register.Grow(3);
        _register.Log.RemoveAt(1);
        using var tree = new LogTree(_register);
        var missing = await Assert.ThrowsAsync<InvalidDataException>(() => tree.Digest(2, default));
        Assert.Equal("Event 2 is missing from the log.", missing.Message);
    }

    [Fact]
    public async Task Proofs_name_both_ends_and_lead_from_the_events_hash_to_the_root()
    {
        using var tree = new LogTree(_register);
        _register.Grow(7);
        var plain = new MerkleTree();
        foreach (var e in _register.Log)
            plain.Add(MerkleTree.LeafHash(Convert.FromHexString(e.Hash)));
        for (var sequence = 1; sequence <= 7; sequence++)
        {
            var proof = (await tree.Inclusion(sequence, 7, default))!;
            Assert.Equal(
                (sequence, _register.Log[sequence - 1].Hash, 7L, Hex(plain.Root(7))),
                (proof.Sequence, proof.Hash, proof.At, proof.Root));
            Assert.Equal(plain.Inclusion(sequence - 1, 7).Select(Hex), proof.Path);
        }
        var consistency = (await tree.Consistency(3, 7, default))!;
        Assert.Equal(
            (3L, Hex(plain.Root(3)), 7L, Hex(plain.Root(7))), (consistency.From, consistency.FromRoot, consistency.At, consistency.Root));
        Assert.Equal(plain.Consistency(3, 7).Select(Hex), consistency.Path);
        Assert.Null(await tree.Inclusion(1, 8, default));
        Assert.Null(await tree.Consistency(3, 8, default));
    }

    [Fact]
    public async Task Before_the_first_event_the_log_has_the_hash_that_the_first_one_names()
    {
        using var tree = new LogTree(_register);
        _register.Grow();
        Assert.Equal(new LogDigest(0, _register.Log[0].PreviousHash, Hex(new MerkleTree().Root(0))), await tree.Digest(0, default));
    }

    [Fact]
    public async Task What_is_signed_is_the_digest_with_its_source_and_time()
    {
        var rig = new WebhookRig();
        var signed = await new DigestSigner(rig, rig.Settings, rig.Clock).Sign(new(7, "aa", "bb"), default);
        var parts = signed!.Split('.');
        var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement;
        Assert.Equal((7, "aa", "bb", "https://hub.example"), (
            payload.GetProperty("sequence").GetInt64(), payload.GetProperty("hash").GetString(), payload.GetProperty("root").GetString(),
            payload.GetProperty("source").GetString()));
        // The rig's signer repeats what it signs.
        Assert.Equal($"{parts[0]}.{parts[1]}", Encoding.ASCII.GetString(Base64Url.DecodeFromChars(parts[2])));
        rig.KeyIsAway = true;
        Assert.Null(await new DigestSigner(rig, rig.Settings, rig.Clock).Sign(new(7, "aa", "bb"), default));
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);

    private async Task<(LogDigest? Digest, IReadOnlyList<StateDigest>? States)> Look()
    {
        using var tree = new LogTree(_register);
        return (await tree.Digest(4, default), await tree.States(4, default));
    }
}
