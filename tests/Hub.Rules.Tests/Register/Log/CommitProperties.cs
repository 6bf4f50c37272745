using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hub.Delivery.Webhooks;
using Hub.Register.Json;
using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Register.Log;

public sealed class CommitProperties
{
    private static readonly Pair[] Held = [Sample.Mla, Sample.Extradition, new(Instrument.Uncac, "46", Matter.Mla)];

    [Fact]
    public void Over_any_sequence_of_changes_the_log_and_the_register_hold_together() => Prop.ForAll(
        Gen.ListOf(Gen.Zip(Gen.Choose(0, 9), Gen.Choose(0, 99))).ToArbitrary(),
        steps =>
        {
            var commits = Commit(steps.Take(15));
            var events = commits.SelectMany(c => c.Commit.Events).ToList();
            Assert.Null(ChainVerifier.Verify(events, commits.Count == 0 ? Head.Empty : commits[^1].After.Head));
            Assert.Equal(Enumerable.Range(1, events.Count).Select(i => (long)i), events.Select(e => e.Sequence));
            Assert.Equal(events.Select(e => e.Time).Order(), events.Select(e => e.Time));
            foreach (var (commit, before, after) in commits)
                AssertFits(commit, before, after);
            Assert.All(events, AssertPublicAndStable);
            if (commits.Count > 0)
                AssertRebuilds(commits[^1].After);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    private static void AssertFits(RegisterCommit commit, RegisterSnapshot before, RegisterSnapshot after)
    {
        Assert.Equal(before.Head, commit.From);
        Assert.Equal(commit.Writes.Count, commit.Events.Count);
        var versions = before.Authorities.ToDictionary(a => a.Key, a => a.Value.Version);
        foreach (var (write, e) in commit.Writes.Zip(commit.Events))
        {
            if (write is not AuthorityWrite(var revised, var old))
                continue;
            Assert.Equal(versions.GetValueOrDefault(revised.Id), old?.Version ?? 0);
            Assert.Equal((old?.Version ?? 0) + 1, revised.Version);
            Assert.Equal((revised.Id, revised.Version, revised.Hash()), (e.Facts.RecordId, e.Facts.RecordVersion, e.Facts.RecordHash));
            Assert.NotEqual(old?.Upkeep.Salt, revised.Upkeep.Salt);
            versions[revised.Id] = revised.Version;
        }
        Assert.Equal(versions.OrderBy(v => v.Key), after.Authorities.ToDictionary(a => a.Key, a => a.Value.Version).OrderBy(v => v.Key));
    }

    // What was carried along from commit to commit is what the records themselves say.
    private static void AssertRebuilds(RegisterSnapshot register)
    {
        var rebuilt = RegisterSnapshot.Empty.With(register.Authorities.Values.Select(a => new AuthorityWrite(a, null)), register.Head);
        Assert.Equal(rebuilt.Of(Sample.State).Select(a => a.Hash()), register.Of(Sample.State).Select(a => a.Hash()));
    }

    private static void AssertPublicAndStable(DirectoryEvent e)
    {
        var json = JsonSerializer.Serialize(e, HubJson.Public);
        var read = JsonSerializer.Deserialize<DirectoryEvent>(json, HubJson.Options)!;
        Assert.Equal((e.Hash, json), (read.ComputeHash(), JsonSerializer.Serialize(read, HubJson.Public)));
        Assert.DoesNotContain(Sample.Marker, json, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            Sample.Marker, System.Text.Encoding.UTF8.GetString(CloudEvent.Of(e, "https://hub.example").ToBytes()),
            StringComparison.OrdinalIgnoreCase);
    }

    private static List<(RegisterCommit Commit, RegisterSnapshot Before, RegisterSnapshot After)> Commit(
        IEnumerable<(int Kind, int Which)> steps)
    {
        var (register, ids, commits) = (
            RegisterSnapshot.Empty, new FixedIdentifiers(), new List<(RegisterCommit, RegisterSnapshot, RegisterSnapshot)>());
        foreach (var (kind, which) in steps)
        {
            // Two changes a notice: the second works on what the first left.
            var changes = new[] { Change(register, kind, which), Change(register, (kind + 3) % 10, which) };
            var commit = CommitBuilder.Build(
                register, new($"n{commits.Count}", Sample.State, changes, Sample.Today, which % 2 == 0, null, ["r"]),
                // Instances have clocks of their own.
                Sample.Now.AddSeconds(which).AddTicks(which), ids);
            var after = register.With(commit.Writes, commit.To);
            commits.Add((commit, register, after));
            register = after;
        }
        return commits;
    }

    private static Change Change(RegisterSnapshot register, int kind, int which)
    {
        var record = register.Authorities.Keys.Order(StringComparer.Ordinal)
            .Skip(which % Math.Max(1, register.Authorities.Count)).FirstOrDefault();
        return (kind, record) switch
        {
            (0, { } r) => new Change.Confirm(r),
            (1, { } r) => new Change.Amend(r, Sample.Object(
                $$"""{"comments":"{{Sample.Marker}} {{which}}","emails":[{"address":"{{Sample.Marker}}@justice.example"}]}""")),
            (2, { } r) => new Change.Withdraw(r, which % 2 == 0 ? null : [Held[which % 3]], Sample.Today),
            (3, { } r) => new Change.Announce(r, new(Sample.Marker, Sample.Marker, Sample.Today)),
            (4, { } r) => Designate(which) with { Replaces = r },
            (5, _) => new Change.DeclareNil(Held[which % 3]),
            (6, _) => new Change.DeclareLegalBasis(new(Instrument.Untoc, (LegalBasisValue)(which % 4))),
            (7, _) => new Change.SetMembership(
                new("wacap", Sample.State, MembershipRole.Member, Sample.Today, null, Sample.Marker, Confidence.High, null)),
            _ => Designate(which),
        };
    }

    private static Change.Designate Designate(int which)
    {
        var authority = Sample.Authority(pairs: [.. Held.Take(1 + which % 3)]);
        return new(authority.Public, authority.Restricted, new() { ContactPerson = new(Sample.Marker) });
    }
}
