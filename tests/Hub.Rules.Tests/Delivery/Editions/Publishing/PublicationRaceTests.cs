using Hub.Delivery.Editions.Publishing;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class PublicationRaceTests : TwoPersonCase
{
    [Fact]
    public async Task Taken_back_while_it_is_published_it_is_not_published()
    {
        await Ask("amina");
        _requests.BeforeNextSave = async () =>
            Assert.IsType<PublicationResult.TakenBack>(await _publishing.TakeBack(First, "amina", default));
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        Assert.Null(await _editions.Find(First, default));
    }

    [Fact]
    public async Task Published_while_it_is_taken_back_it_is_not_taken_back()
    {
        await Ask("amina");
        _requests.BeforeNextSave = async () => Assert.IsType<PublicationResult.Frozen>(await Publish("boris"));
        Assert.Equal(PublicationRefusal.AlreadyFrozen, Why(await _publishing.TakeBack(First, "amina", default)));
        Assert.Null((await _publishing.Last(First, default))!.TakenBackAt);
    }

    [Fact]
    public async Task Two_who_ask_at_the_same_moment_are_one_who_asks_and_one_who_is_told()
    {
        _requests.BeforeNextSave = async () => Assert.IsType<PublicationResult.Asked>(await Ask("boris"));
        Assert.Equal(PublicationRefusal.AskedByAnother, Why(await Ask("amina")));
        Assert.Equal("boris", (await _publishing.Open(First, default))!.By);
    }

    [Fact]
    public async Task Sent_twice_or_after_a_crash_between_row_and_freezing_it_is_frozen_once()
    {
        await Ask("amina");
        _store.WritesUntilCrash = 0;
        await Assert.ThrowsAsync<IOException>(() => Publish("boris"));
        _store.WritesUntilCrash = null;
        Assert.Equal(PublicationRefusal.AlreadyFrozen, Why(await _publishing.TakeBack(First, "amina", default)));
        Assert.IsType<PublicationResult.Frozen>(await Publish("boris"));
        var first = (await _editions.Find(First, default))!.ToBytes();
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(first, Assert.IsType<PublicationResult.Frozen>(await Publish("boris")).Edition.ToBytes());
        Assert.Equal(PublicationRefusal.AlreadyFrozen, Why(await Ask("clara")));
    }
}
