using Hub.Delivery.Editions;
using Hub.InMemory;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Delivery.Editions;

/// <summary>An edition that was frozen is dropped: nothing of it goes out, and another takes its place.</summary>
public sealed class EditionDropTests : IDisposable
{
    private static readonly EditionId First = new(2025, 1);
    private static readonly EditionId Revision = First with { Kind = EditionKind.Revision, Number = 1 };
    private readonly MemoryRegister _register = new(Sample.Authority());
    private readonly MemoryEditions _editions = new();
    private readonly PlainRenderer _renderer = new();
    private readonly ManualClock _clock = new();
    private readonly EditionService _desk;

    public EditionDropTests() => _desk = Desk();

    public void Dispose() => _desk.Dispose();

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
            using var run = new EditionDropTests();
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

    private async Task<long?> Publish(EditionId id, string? reason = null)
    {
        Assert.IsType<EditionResult.Begun>(await _desk.Begin(new(id, reason), default));
        return await _desk.Publish(id, default);
    }

    private Task<DropResult> Drop() => _desk.Drop(First, "Reviewer", "It is wrong.", default);

    private EditionService Desk() => new(
        _register, _editions, new(_editions, _renderer, new(new MemoryFailures(), new FixedIdentifiers(), _clock)),
        new(_register, _editions), Sample.Data, _clock);
}
