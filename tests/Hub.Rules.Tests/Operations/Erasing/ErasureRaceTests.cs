using Hub.Notices.Documents;
using Hub.Operations.Erasures;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Operations.Erasing;

public sealed class ErasureRaceTests
{
    private readonly ErasureRig _rig = new();

    [Fact]
    public async Task An_original_that_storage_keeps_waits_until_it_may_go()
    {
        await _rig.Settled();
        _rig.Storage.Keeps = true;
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.RunToTheEnd();

        Assert.Equal(ErasureState.Waiting, _rig.Erasures.Only.State);
        Assert.All(_rig.Erasures.Only.Items.Where(i => !i.IsDone), i => Assert.Equal(Sample.Now.AddDays(30), i.Until));
        Assert.Equal(3, _rig.Files.Kept.Count);
        // What waits is a file's path: whom it is about is forgotten.
        Assert.Null(_rig.Erasures.Only.Request);

        _rig.Storage.Keeps = false;
        _rig.Clock.Advance(TimeSpan.FromDays(31));
        await _rig.RunToTheEnd();
        Assert.Equal(ErasureState.Done, _rig.Erasures.Only.State);
        Assert.Empty(_rig.Files.Kept);
    }

    [Fact]
    public async Task A_notice_that_somebody_writes_meanwhile_is_erased_as_it_is_then()
    {
        var notice = await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        _rig.Notices.Touched = notice.Id;
        await _rig.RunToTheEnd();

        var left = _rig.Notices.All.Single();
        Assert.Equal("meanwhile", left.Told);
        Assert.False(ErasedNotice.Names(left, new(ErasureRig.OfPerson)));
    }

    [Fact]
    public async Task A_file_that_comes_while_it_is_done_is_found_at_the_second_look()
    {
        var notice = await _rig.Settled();
        await _rig.Order(ErasureRig.OfPerson);
        await _rig.Run.Run(default);
        Assert.True(_rig.Erasures.Only.IsSecondLook);
        _rig.Files.Kept[(Place.Documents, $"{notice.Id}/1/fr/late.txt")] = [1];

        _rig.Clock.Advance(TimeSpan.FromMinutes(11));
        await _rig.RunToTheEnd();
        Assert.Empty(_rig.Files.Kept);
    }
}
