using Hub.Rules.Tests.Builders;

namespace Hub.Rules.Tests.Delivery.Editions.Publishing;

public sealed class EditionTroubleTests : EditionServiceCase
{
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
}
