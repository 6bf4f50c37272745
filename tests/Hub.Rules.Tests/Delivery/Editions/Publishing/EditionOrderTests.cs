using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class EditionOrderTests : EditionServiceCase
{
    [Fact]
    public async Task An_addendum_and_a_revision_follow_their_edition()
    {
        await Published();
        var addendum = await Desk.Begin(new(First with { Kind = EditionKind.Addendum, Number = 1 }), default);
        Assert.Equal(First, Assert.IsType<EditionResult.Begun>(addendum).Edition.Previous);
        await Desk.Publish(First with { Kind = EditionKind.Addendum, Number = 1 }, default);
        var revision = await Desk.Begin(new(First with { Kind = EditionKind.Revision, Number = 1 }, "A page was missing."), default);
        var revised = Assert.IsType<EditionResult.Begun>(revision).Edition;
        Assert.Equal((First, "A page was missing."), (revised.Previous, revised.Reason));
    }

    [Theory]
    [InlineData("2025/2", null, EditionObstacle.InTheFuture)]
    [InlineData("2025/1/rev.1", null, EditionObstacle.ReasonMissing)]
    [InlineData("2025/1/rev.2", "why", EditionObstacle.OtherNumber)]
    [InlineData("2025/1/add.1", "why", EditionObstacle.ReasonUnwanted)]
    [InlineData("2024/2", null, EditionObstacle.LaterThere)]
    [InlineData("2024/2/add.1", null, EditionObstacle.LaterThere)]
    public async Task What_cannot_follow_is_refused_with_the_reason(string name, string? reason, EditionObstacle why)
    {
        await Published();
        Assert.True(EditionId.TryParse(name, out var id));
        Assert.Equal(why, Assert.IsType<EditionResult.Refused>(await Desk.Begin(new(id, reason), default)).Why.Obstacle);
    }

    [Fact]
    public async Task One_edition_at_a_time()
    {
        await Desk.Begin(new(), default);
        var refused = await Desk.Begin(new(First with { Kind = EditionKind.Addendum, Number = 1 }), default);
        Assert.Equal(new(EditionObstacle.AnotherGoesOut, First), Assert.IsType<EditionResult.Refused>(refused).Why);
    }
}
