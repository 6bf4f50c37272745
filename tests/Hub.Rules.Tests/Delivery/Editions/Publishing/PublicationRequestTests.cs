using Hub.Delivery.Editions.Publishing;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class PublicationRequestTests : TwoPersonCase
{
    [Fact]
    public async Task Asked_twice_it_is_one_request_and_another_person_does_not_take_it_over()
    {
        await Ask("amina");
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(Sample.Now, Assert.IsType<PublicationResult.Asked>(await Ask("amina")).Request.AskedAt);
        Assert.Equal(new PublicationResult.Refused(PublicationRefusal.AskedByAnother, "amina"), await Ask("boris"));
        Assert.Equal("A better reason.", Assert.IsType<PublicationResult.Asked>(await Ask("amina", "A better reason.")).Request.Reason);
    }

    [Fact]
    public async Task A_request_counts_for_three_days_and_then_anybody_asks_anew()
    {
        await Ask("amina");
        _clock.Now = Sample.Now + PublicationRequest.Lifetime - TimeSpan.FromMinutes(1);
        Assert.NotNull(await _publishing.Open(First, default));
        _clock.Now = Sample.Now + PublicationRequest.Lifetime;
        Assert.Null(await _publishing.Open(First, default));
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        Assert.Equal("boris", Assert.IsType<PublicationResult.Asked>(await Ask("boris")).Request.By);
    }

    [Fact]
    public async Task Whoever_asked_takes_it_back_and_nobody_else_does()
    {
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await _publishing.TakeBack(First, "amina", default)));
        await Ask("amina");
        Assert.Equal(PublicationRefusal.NotTheirs, Why(await _publishing.TakeBack(First, "boris", default)));
        Assert.IsType<PublicationResult.TakenBack>(await _publishing.TakeBack(First, "amina", default));
        Assert.IsType<PublicationResult.TakenBack>(await _publishing.TakeBack(First, "amina", default));
        Assert.Equal(PublicationRefusal.NobodyAsks, Why(await Publish("boris")));
        Assert.IsType<PublicationResult.Asked>(await Ask("boris"));
    }
}
