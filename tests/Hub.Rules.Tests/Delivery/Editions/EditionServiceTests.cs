using Hub.Delivery.Editions;
using Hub.InMemory;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;
using Hub.Rules.Tests.Builders.Memory;

namespace Hub.Rules.Tests.Delivery.Editions;

public sealed class EditionServiceTests : IDisposable
{
    private static readonly EditionId First = new(2025, 1);
    private readonly MemoryRegister _register = new(Sample.Authority());
    private readonly MemoryEditions _editions = new();
    private readonly PlainRenderer _renderer = new();
    private readonly ManualClock _clock = new();
    private readonly MemoryFailures _failures = new();

    public EditionServiceTests() => Desk = new(
        _register, _editions, new(_editions, _renderer, new(_failures, new FixedIdentifiers(), _clock)), new(_register, _editions),
        Sample.Data, _clock);

    public void Dispose() => Desk.Dispose();

    [Fact]
    public async Task An_edition_takes_its_place_in_the_log_with_the_hash_of_its_manifest_and_changes_no_record()
    {
        _register.Grow();
        var before = _register.Now;
        var sequence = await Published();
        var e = _register.Log[^1];
        Assert.Equal((2, EventType.EditionPublished, null, First), (sequence, e.Type, e.State, e.Facts.Edition));
        Assert.Equal((1L, 1, 1), (e.Facts.FrozenAt, e.Facts.Authorities, e.Facts.States));
        var manifest = _editions.Of(First).Single(f => f.Name == Manifest.FileName);
        Assert.Equal(e.Facts.ManifestHash, ManifestEntry.Of(manifest).Sha256);
        Assert.Equal(["changes.json", "directory.json", "directory.txt"], Manifest.Read(manifest.Content.Span).Files.Select(f => f.Name));
        Assert.Equal(before.Authorities, _register.Now.Authorities);
        Assert.Null(ChainVerifier.Verify(_register.Log, _register.Now.Head));
    }

    [Fact]
    public async Task Wherever_the_process_dies_the_same_bytes_and_one_event_come_out_I9()
    {
        await Published();
        var whole = _editions.Of(First).Select(ManifestEntry.Of).ToList();
        for (var writes = 0; writes <= whole.Count; writes++)
        {
            using var run = new EditionServiceTests();
            run._editions.WritesUntilCrash = writes;
            await Record.ExceptionAsync(run.Published);
            // Life goes on before the next try.
            run._register.Grow();
            run._editions.WritesUntilCrash = null;
            var sequence = writes == 0 ? await run.Published() : await run.Desk.Publish(First, default);
            Assert.Equal(writes == 0 ? 1 : 0, run.Frozen().Sequence);
            Assert.Single(run._register.Log, e => e.Type == EventType.EditionPublished);
            if (writes > 0)
                Assert.Equal(whole, run._editions.Of(First).Select(ManifestEntry.Of));
            Assert.Equal(sequence, await run.Desk.Publish(First, default));
        }
    }

    [Fact]
    public async Task A_new_release_between_two_tries_leaves_a_manifest_that_tells_of_the_files_that_are_there()
    {
        _editions.WritesUntilCrash = 2;
        await Assert.ThrowsAsync<IOException>(Published);
        (_editions.WritesUntilCrash, _renderer.Release) = (null, "2");
        await Desk.Publish(First, default);
        var files = _editions.Of(First).ToList();
        var manifest = Manifest.Read(files.Single(f => f.Name == Manifest.FileName).Content.Span);
        string[] others = [Manifest.FileName, EditionOutcome.FileName];
        Assert.Equal(files.Where(f => !others.Contains(f.Name)).Select(ManifestEntry.Of), manifest.Files);
    }

    [Fact]
    public async Task What_changed_after_the_freezing_is_in_the_next_edition()
    {
        await Published();
        _register.Change(new Change.Amend(Sample.Record, Sample.Object("""{"comments":"later"}""")));
        _clock.Now = Sample.Now.AddMonths(6);
        await Published();
        var second = await Desk.Find(new(2025, 2), default);
        Assert.Equal(First, second!.Previous);
        var change = Assert.Single((await Desk.Changes(second, default)).Changes);
        Assert.Contains(change.Fields, f => f.Field == "comments" && (string?)f.Old == Sample.Marker && (string?)f.New == "later");
    }

    [Fact]
    public async Task An_edition_that_was_begun_is_not_frozen_again()
    {
        var begun = await Desk.Begin(new(), default);
        _register.Grow(3);
        var again = await Desk.Begin(new(), default);
        Assert.Equal(
            Assert.IsType<EditionResult.Begun>(begun).Edition.ToBytes(), Assert.IsType<EditionResult.Begun>(again).Edition.ToBytes());
        Assert.Equal([First], await Desk.Unfinished(default));
        await Desk.Publish(First, default);
        Assert.Empty(await Desk.Unfinished(default));
    }

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

    [Fact]
    public async Task A_record_that_cannot_be_written_stops_no_edition_and_is_one_task_on_the_failures_list_I11()
    {
        _renderer.Unwritable = [Sample.Record];
        Assert.Equal(1, await Published());
        var task = Assert.Single(_failures.All.Values);
        Assert.Equal(("editions", First.Slug), (task.Queue, task.Body));
        Assert.Contains($"Record {Sample.Record} (XAA) could not be written in directory.txt of edition 2025/1", task.Reason);
        Assert.DoesNotContain(Sample.Marker, task.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_often_a_publication_is_taken_up_again_a_record_is_told_once_and_a_retry_is_remembered()
    {
        _renderer.Unwritable = [Sample.Record];
        _editions.WritesUntilCrash = 3;
        await Assert.ThrowsAsync<IOException>(Published);
        var task = Assert.Single(_failures.All.Values);
        _failures.All[task.Id] = task with { RetriedAt = _clock.Now };
        _editions.WritesUntilCrash = null;
        _clock.Advance(TimeSpan.FromMinutes(5));
        await Desk.Publish(First, default);
        Assert.Equal(_failures.All[task.Id], task with { RetriedAt = Sample.Now });
        Assert.Single(_failures.All);
    }

    [Fact]
    public async Task An_edition_nobody_asked_for_is_not_published() => Assert.Null(await Desk.Publish(First, default));

    [Fact]
    public async Task A_commit_that_comes_second_tries_again_on_the_new_head()
    {
        _register.BeforeNextCommit(() => _register.Grow());
        Assert.Equal(2, await Published());
    }

    private EditionService Desk { get; }

    private Edition Frozen() => Edition.Read(_editions.Of(First).Single(f => f.Name == EditionService.DirectoryFile).Content.Span);

    private async Task<long?> Published() =>
        await Desk.Begin(new(), default) is EditionResult.Begun(var edition, _) ? await Desk.Publish(edition.Id, default) : null;
}
