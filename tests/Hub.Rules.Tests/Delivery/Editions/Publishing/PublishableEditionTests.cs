using Hub.Delivery.Editions;
using Hub.Delivery.Editions.Publishing;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class PublishableEditionTests : TwoPersonCase
{
    [Fact]
    public async Task What_cannot_be_made_is_not_asked_for()
    {
        var refused = Assert.IsType<PublicationResult.Refused>(
            await _publishing.Ask(new(First with { Kind = EditionKind.Addendum, Number = 1 }), "amina", "why", null, default));
        Assert.Equal(PublicationRefusal.CannotBeMade, refused.Why);
        Assert.Equal(EditionObstacle.NothingToAddTo, refused.Edition?.Obstacle);
    }

    [Fact]
    public async Task The_editions_that_may_come_next_can_be_made()
    {
        Assert.Equal([First], await _editions.Next(default));
        await Ask("amina");
        await Publish("boris");
        await _editions.Publish(First, default);
        Assert.Equal(["2025/1/add.1", "2025/1/rev.1"], (await _editions.Next(default)).Select(e => e.ToString()));
        foreach (var next in await _editions.Next(default))
            Assert.IsType<EditionResult.Begun>(
                await _editions.Prepare(new(next, next.Kind == EditionKind.Revision ? "why" : null), default));
        _clock.Now = Sample.Now.AddMonths(6);
        Assert.Equal(new EditionId(2025, 2), (await _editions.Next(default))[0]);
    }
}
