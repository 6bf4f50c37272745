using Hub.Notices;
using Hub.Operations.Erasures;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Erasing;

public sealed class ErasureAgainTests
{
    private static readonly string[] Traces = ["Nwosu", "NWOSU", "15557788", "a.nwosu@"];
    private readonly ErasureRig _rig = new();

    [Fact]
    public async Task A_record_that_changes_at_the_same_moment_keeps_its_change_and_loses_the_person()
    {
        await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        _rig.Register.BeforeNextCommit(() => _rig.Register.Change(
            new Change.Amend(Sample.Record, Sample.Object("""{"dualCriminality":"required"}"""))));
        await _rig.RunToTheEnd();

        Assert.Equal("required", _rig.Register.Now.Authorities[Sample.Record].Restricted.DualCriminality);
        Assert.Null(_rig.Register.Now.Authorities[Sample.Record].Restricted.ContactPerson);
        Assert.All(Traces, t => Assert.DoesNotContain(t, _rig.Everything, StringComparison.Ordinal));
        Assert.Null(ChainVerifier.Verify(_rig.Register.Log, _rig.Register.Now.Head));
    }

    [Fact]
    public async Task Asked_for_again_it_finds_nothing_left()
    {
        await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();
        var (plan, _) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);

        Assert.Empty(plan!.Items);
        var again = await _rig.Service.Order(ErasureRig.OfPerson, Callers.First, plan.Confirmation, default);
        Assert.IsType<ErasureResult.Refused>(again);
    }

    [Fact]
    public async Task A_confirmation_is_good_for_what_its_person_was_shown_and_for_nothing_else()
    {
        await _rig.Settled();
        var (plan, _) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);
        var other = await _rig.Service.Order(ErasureRig.OfPerson, Callers.Second, plan!.Confirmation, default);
        var less = await _rig.Service.Order(ErasureRig.OfPerson with { Numbers = [] }, Callers.First, plan.Confirmation, default);
        _rig.Notices.Put(ErasureRig.UnderstoodMail("XAA-2", NoticeStatus.Rejected));
        var more = await _rig.Service.Order(ErasureRig.OfPerson, Callers.First, plan.Confirmation, default);

        Assert.All([other, less, more], r => Assert.IsType<ErasureResult.PlanChanged>(r));
    }
}
