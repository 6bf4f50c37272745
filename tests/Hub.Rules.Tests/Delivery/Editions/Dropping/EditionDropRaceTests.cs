using Hub.Delivery.Editions;
using Hub.Register.Log;

namespace Hub.Rules.Tests.Delivery.Editions.Dropping;

public sealed class EditionDropRaceTests : EditionDropCase
{
    [Theory]
    [InlineData("directory.txt")]
    [InlineData("changes.json")]
    [InlineData(Manifest.FileName)]
    [InlineData(EditionOutcome.FileName)]
    public async Task Dropped_by_another_while_it_is_published_it_is_not_in_the_log(string at)
    {
        await _desk.Begin(new(), default);
        _editions.BeforeKeep = name =>
        {
            if (name != at)
                return;
            _editions.BeforeKeep = null;
            Assert.IsType<DropResult.Dropped>(Drop().GetAwaiter().GetResult());
        };
        Assert.Null(await _desk.Publish(First, default));
        Assert.Empty(_register.Log);
    }

    [Fact]
    public async Task Wherever_the_process_dies_an_edition_is_either_dropped_or_published_never_both_and_never_neither()
    {
        for (var writes = 0; writes <= 6; writes++)
        {
            using var run = new EditionDropRaceTests();
            await run._desk.Begin(new(), default);
            run._editions.WritesUntilCrash = writes;
            await Record.ExceptionAsync(() => run._desk.Publish(First, default));
            run._editions.WritesUntilCrash = null;
            var isDropped = await run.Drop() is DropResult.Dropped;
            using var other = run.Desk();
            Assert.Equal(isDropped, await other.Publish(First, default) is null);
            Assert.Equal(isDropped ? 0 : 1, run._register.Log.Count(e => e.Type == EventType.EditionPublished));
        }
    }

    [Fact]
    public async Task A_commit_that_is_under_way_cannot_be_dropped_any_more()
    {
        await _desk.Begin(new(), default);
        _register.BeforeNextCommit(() => Assert.IsType<DropResult.TooLate>(Drop().GetAwaiter().GetResult()));
        Assert.Equal(1, await _desk.Publish(First, default));
    }
}
