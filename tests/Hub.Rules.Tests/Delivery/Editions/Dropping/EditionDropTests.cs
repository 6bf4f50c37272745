using Hub.Delivery.Editions;
using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Dropping;

/// <summary>An edition that was frozen is dropped: nothing of it goes out, and another takes its place.</summary>
public sealed class EditionDropTests : EditionDropCase
{
    [Fact]
    public async Task A_dropped_edition_is_never_published_and_says_who_dropped_it_and_why()
    {
        await _desk.Begin(new(), default);
        var dropped = Assert.IsType<DropResult.Dropped>(await Drop());
        Assert.Equal(("Reviewer", "It is wrong.", Sample.Now), (dropped.Outcome.By, dropped.Outcome.Reason, dropped.Outcome.At));
        Assert.Empty(await _desk.Unfinished(default));
        Assert.Null(await _desk.Publish(First, default));
        Assert.Empty(_register.Log);
        Assert.Null(await _desk.PublishedAt(First, default));
        // Another process, that remembers nothing, finds the same.
        using var other = Desk();
        Assert.Null(await other.Publish(First, default));
        Assert.Equal(dropped.Outcome, await other.DropOf(First, default));
    }

    [Fact]
    public async Task It_is_dropped_once_and_the_first_reason_stays()
    {
        await _desk.Begin(new(), default);
        await Drop();
        _clock.Advance(TimeSpan.FromHours(1));
        var again = Assert.IsType<DropResult.Dropped>(await _desk.Drop(First, "Another", "Another reason.", default));
        Assert.Equal(("Reviewer", "It is wrong."), (again.Outcome.By, again.Outcome.Reason));
    }

    [Fact]
    public async Task What_is_not_begun_or_already_in_the_log_is_not_dropped()
    {
        Assert.IsType<DropResult.Unknown>(await Drop());
        await _desk.Begin(new(), default);
        await _desk.Publish(First, default);
        Assert.Contains("no longer be dropped", Assert.IsType<DropResult.TooLate>(await Drop()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_cannot_be_rendered_at_all_can_be_dropped_and_does_not_stand_in_the_way()
    {
        _renderer.IsBroken = true;
        await _desk.Begin(new(), default);
        await Assert.ThrowsAsync<IOException>(() => _desk.Publish(First, default));
        await Drop();
        _renderer.IsBroken = false;
        Assert.Equal(1, await Publish(Revision, "The first one was dropped."));
    }
}
