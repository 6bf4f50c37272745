using Hub.Delivery.Editions;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Dropping;

public sealed class NumbersAfterDropTests : EditionDropCase
{
    [Fact]
    public async Task The_number_is_not_used_again_a_revision_takes_its_place_and_tells_what_changed_since_the_last_that_stands()
    {
        await Publish(First);
        _clock.Now = Sample.Now.AddMonths(6);
        var second = new EditionId(2025, 2);
        var revision = second with { Kind = EditionKind.Revision, Number = 1 };
        var addendum = second with { Kind = EditionKind.Addendum, Number = 1 };
        await _desk.Begin(new(), default);
        await _desk.Drop(second, "Reviewer", "It is wrong.", default);
        Assert.Equal(new(EditionObstacle.Dropped, revision), await Refusal(new()));
        Assert.Equal(new(EditionObstacle.RegularDropped, second), await Refusal(new(addendum)));
        Assert.Equal(new(EditionObstacle.ReasonMissing, revision), await Refusal(new(revision)));
        await Publish(revision, "The first one was dropped.");
        Assert.Equal(First, (await _desk.Find(revision, default))!.Previous);
        await Publish(addendum);
        Assert.Equal(revision, (await _desk.Find(addendum, default))!.Previous);
    }

    [Fact]
    public async Task A_dropped_revision_or_addendum_is_followed_by_the_next_of_its_kind()
    {
        await Publish(First);
        await _desk.Begin(new(Revision, "why"), default);
        await _desk.Drop(Revision, "Reviewer", "It is wrong.", default);
        Assert.Equal(new(EditionObstacle.Dropped, Revision with { Number = 2 }), await Refusal(new(Revision, "why")));
        var next = Revision with { Number = 2 };
        await Publish(next, "why");
        Assert.Equal(First, (await _desk.Find(next, default))!.Previous);
    }

    private async Task<EditionRefusal> Refusal(EditionRequest request) =>
        Assert.IsType<EditionResult.Refused>(await _desk.Prepare(request, default)).Why;
}
