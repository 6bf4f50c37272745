using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Register.Log;

public sealed class ChainTests
{
    private readonly MemoryRegister _register = new(Sample.Authority());

    public ChainTests()
    {
        _register.Change(new Change.Confirm(Sample.Record));
        _register.Change(new Change.DeclareLegalBasis(new(Instrument.Uncac, LegalBasisValue.Yes, Sample.Today)));
        _register.Change(new Change.SetMembership(
            new("wacap", Sample.State, MembershipRole.Observer, Sample.Today, Sample.Today, "s", Confidence.Low, null)));
        _register.Change(new Change.DeclareNil(Sample.Extradition));
        _register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"x"}""")));
    }

    private IReadOnlyList<DirectoryEvent> Log => _register.Log;

    [Fact]
    public void An_untouched_chain_verifies() => Assert.Null(Verify(Log));

    [Fact]
    public void A_change_of_any_field_of_any_event_is_found()
    {
        var changes = 0;
        for (var i = 0; i < Log.Count; i++)
        {
            foreach (var tampered in Tamperings(Log[i]))
            {
                var found = Verify([.. Log.Take(i), tampered, .. Log.Skip(i + 1)]);
                Assert.True(found is { } b && b.Sequence == i + 1, $"{JsonSerializer.Serialize(tampered, HubJson.Public)} {found}");
                changes++;
            }
        }
        Assert.InRange(changes, 50, 200);
    }

    [Fact]
    public void A_forger_who_seals_the_event_again_is_found_at_the_next()
    {
        var forged = (Log[1] with { State = Sample.OtherState }).Sealed();
        Assert.Equal(3, Verify([Log[0], forged, .. Log.Skip(2)])!.Sequence);
    }

    [Fact]
    public void A_forger_who_seals_the_last_event_again_is_found_by_the_head()
    {
        var forged = (Log[^1] with { State = Sample.OtherState }).Sealed();
        Assert.NotNull(Verify([.. Log.SkipLast(1), forged]));
    }

    [Fact]
    public void Removing_swapping_doubling_and_truncating_are_found()
    {
        for (var i = 0; i < Log.Count; i++)
        {
            Assert.NotNull(Verify([.. Log.Where((_, j) => j != i)]));
            Assert.NotNull(Verify([.. Log.Take(i)]));
            Assert.NotNull(Verify([.. Log.Take(i), Log[i], .. Log.Skip(i)]));
            if (i + 1 < Log.Count)
                Assert.NotNull(Verify([.. Log.Take(i), Log[i + 1], Log[i], .. Log.Skip(i + 2)]));
        }
    }

    [Fact]
    public void An_empty_log_has_the_head_before_the_first_event()
    {
        Assert.Null(ChainVerifier.Verify([], Head.Empty));
        Assert.Equal(new string('0', 64), Log[0].PreviousHash);
    }

    private ChainBreak? Verify(IEnumerable<DirectoryEvent> events) => ChainVerifier.Verify(events, _register.Now.Head);

    // Every value of the event's JSON, one at a time, made another of its kind.
    private static IEnumerable<DirectoryEvent> Tamperings(DirectoryEvent e)
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(e, HubJson.Public)!;
        foreach (var place in Leaves(json).Select(l => l.GetPath()).ToList())
        {
            var copy = json.DeepClone();
            var leaf = Leaves(copy).First(l => l.GetPath() == place);
            leaf.ReplaceWith(Other(leaf));
            DirectoryEvent? tampered = null;
            try
            {
                tampered = copy.Deserialize<DirectoryEvent>(HubJson.Public);
            }
            catch (JsonException)
            {
                // What is no event any more is found without any hash.
            }
            if (tampered is not null)
                yield return tampered;
        }
    }

    private static IEnumerable<JsonNode> Leaves(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value)),
        JsonArray items => items.SelectMany(Leaves),
        null => [],
        _ => [node],
    };

    private static JsonNode Other(JsonNode leaf) => leaf.GetValueKind() switch
    {
        JsonValueKind.Number => leaf.GetValue<long>() + 1,
        JsonValueKind.True => false,
        _ => leaf.GetValue<string>() switch
        {
            "UNTOC" => "UNCAC",
            "UNCAC" => "UNTOC",
            "MLA" or "EXTRADITION" => "TERRORISM",
            "YES" => "NO",
            "OBSERVER" => "MEMBER",
            "XAA" => "SEN",
            var t when t.StartsWith("directory.", StringComparison.Ordinal) => "directory.authority.designated",
            var t when t.StartsWith("2025-", StringComparison.Ordinal) => t.Replace("2025-", "2024-", StringComparison.Ordinal),
            var t => t + "0",
        },
    };
}
