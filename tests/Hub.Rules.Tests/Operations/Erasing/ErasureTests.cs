using Hub.Operations.Erasures;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Erasing;

/// <summary>A person is taken out of everything that the hub keeps, and the log still proves itself.</summary>
public sealed class ErasureTests
{
    private static readonly string[] Traces = ["Nwosu", "NWOSU", "15557788", "a.nwosu@"];
    private readonly ErasureRig _rig = new();

    [Fact]
    public async Task A_person_goes_out_of_notices_mails_files_and_every_version_of_a_record()
    {
        await _rig.Settled();
        Assert.All(Traces, t => Assert.Contains(t, _rig.Everything, StringComparison.Ordinal));

        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();

        Assert.All(Traces, t => Assert.DoesNotContain(t, _rig.Everything, StringComparison.Ordinal));
        var done = _rig.Erasures.Only;
        Assert.Equal((ErasureState.Done, null), (done.State, done.Request));
        Assert.Equal("FILE 5, MAIL 1, NOTICE 1, RECORD 1", string.Join(", ", done.Counts().Select(c => $"{c.Key} {c.Value}")));
        // What is nobody's own stays.
        var record = _rig.Register.Now.Authorities[Sample.Record].Restricted;
        Assert.Equal(["+99915550100"], record.Phones!.Select(p => p.Number));
        Assert.Equal(["cooperation@justice.example"], record.Emails!.Select(e => e.Address));
        Assert.Equal("Ask for Ms. [erased].", record.Comments);
        Assert.Equal("2025-03-01", (string)_rig.Notices.All.Single().Form["noteDate"]!);
    }

    [Fact]
    public async Task The_log_verifies_afterwards_and_says_that_it_happened_and_names_nobody()
    {
        await _rig.Settled();
        var before = _rig.Register.Log.ToList();
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();

        var log = _rig.Register.Log;
        Assert.Equal(before, log.Take(before.Count));
        Assert.Null(ChainVerifier.Verify(log, _rig.Register.Now.Head));
        Assert.Equal([EventType.AuthorityAmended, EventType.DataErased], log.Skip(before.Count).Select(e => e.Type));
        Assert.Equal(["comments", "contactPerson", "emails", "phones"], log[^2].Facts.Changed);
        Assert.Equal(4, log[^1].Facts.Erased!.Count);
        // The new version is what the log says, and the ones before prove nothing to whoever guesses.
        Assert.Equal(log[^2].Facts.RecordHash, _rig.Register.Now.Authorities[Sample.Record].Hash());
        Assert.All(_rig.Register.EarlierVersions(Sample.Record), v => Assert.Equal("", v.Upkeep.Salt));
    }
}
