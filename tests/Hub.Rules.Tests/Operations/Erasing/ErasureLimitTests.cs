using Hub.Notices;
using Hub.Notices.Recipients;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Register.States;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Erasing;

public sealed class ErasureLimitTests
{
    private readonly ErasureRig _rig = new();

    [Fact]
    public async Task What_is_a_persons_to_change_is_named_and_left()
    {
        await _rig.Settled();
        _rig.Missions.Put(new Recipient("mission-XAA", Sample.State, ErasureRig.Address, Language.English, "Mission", 0));
        var (plan, _) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);
        Assert.Contains("PUT /api/subscribers/mission-XAA", Assert.Single(plan!.Left).Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_stands_everywhere_is_no_person()
    {
        for (var i = 0; i <= ErasureSearch.MostItems; i++)
            _rig.Notices.Put(ErasureRig.UnderstoodMail($"XAA-{i}", NoticeStatus.Rejected));
        var (plan, why) = await _rig.Service.Plan(ErasureRig.OfPerson, Callers.First, default);
        Assert.Null(plan);
        Assert.Contains("fuller name", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_stay_where_that_is_asked_for_and_the_rows_lose_the_person()
    {
        await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson with { KeepFiles = true });
        await _rig.RunToTheEnd();
        Assert.Equal(5, _rig.Files.Kept.Count);
        Assert.False(ErasedNotice.Names(_rig.Notices.All.Single(), new(ErasureRig.OfPerson)));
    }
}
