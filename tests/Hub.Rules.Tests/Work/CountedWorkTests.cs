using Hub.InMemory;
using Hub.Rules.Tests.Builders;
using Hub.Work.Failures;

namespace Hub.Rules.Tests.Work;

/// <summary>I11: queue work without a row of its own.</summary>
public sealed class CountedWorkTests
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private readonly MemoryFailures _failures = new();
    private readonly ManualClock _clock = new();
    private readonly CountedWork _counted;
    private int _done;

    public CountedWorkTests() => _counted = Process();

    [Fact]
    public async Task Work_that_ends_the_process_is_begun_again_at_ever_longer_intervals_and_then_left_to_a_person_whoever_wakes_it()
    {
        await Dying(1);
        Assert.Equal(1, _done);
        foreach (var (wait, ended) in Waits.Select((w, i) => (w, i + 1)))
        {
            // The broker delivers again what died with its process.
            await Dying(2);
            Assert.Equal(ended + 1, _done);
            Assert.Equal(ended > SetAside.MostAttempts ? 1 : 0, _failures.All.Count);
            _clock.Advance(wait - TimeSpan.FromSeconds(1));
            await Dying(1);
            Assert.Equal(ended + 1, _done);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }
        await Dying(1);
        Assert.Equal(AttemptPolicy.Most + 1, _done);
        _clock.Advance(TimeSpan.FromDays(9));
        await Dying(1);
        await Dying(2);
        Assert.Equal(AttemptPolicy.Most + 1, _done);
        Assert.All(_failures.All.Values, f => Assert.Equal(("editions", "2025-1"), (f.Queue, f.Body)));
        Assert.Equal(2, _failures.All.Count);

        await _failures.SaveEnded("editions", "2025-1", EndedAttempts.None, default);
        await Work(1);
        Assert.Equal(AttemptPolicy.Most + 2, _done);
    }

    [Fact]
    public async Task Work_that_ends_well_after_five_kills_needs_nobody_any_more()
    {
        await Dying(1);
        foreach (var wait in Waits)
        {
            await Dying(2);
            _clock.Advance(wait);
        }
        Assert.Null(Assert.Single(_failures.All.Values).RetriedAt);
        await Work(1);
        Assert.NotNull(Assert.Single(_failures.All.Values).RetriedAt);
        Assert.Equal(EndedAttempts.None, await _failures.Ended("editions", "2025-1", default));
    }

    [Fact]
    public async Task Work_that_succeeds_or_throws_begins_anew()
    {
        await Dying(1);
        await Dying(2);
        _clock.Advance(Waits[0]);
        await Work(3);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _counted.Run(
            "editions", "2025-1", 2, () => throw new InvalidOperationException(), default));
        await Dying(1);
        await Dying(2);
        _clock.Advance(Waits[0]);
        await Dying(3);
        Assert.Equal(6, _done);
        Assert.Empty(_failures.All);
    }

    // Sixteen messages are under way at once, and a kill meets them all: whoever waits for its turn has done nothing.
    [Fact]
    public async Task Of_all_that_was_under_way_one_at_a_time_is_begun_again_and_blamed()
    {
        for (var kill = 0; kill < 5; kill++)
        {
            var (process, isAtWork) = (Process(), new TaskCompletionSource());
            foreach (var id in Enumerable.Range(0, 16))
                _ = process.Run("notices", $"SEN-{id}", 2 + kill, Endless, default);
            await isAtWork.Task;

            Task Endless()
            {
                isAtWork.SetResult();
                return new TaskCompletionSource().Task;
            }
        }
        var ended = await Task.WhenAll(Enumerable.Range(0, 16).Select(id => _failures.Ended("notices", $"SEN-{id}", default)));
        Assert.InRange(ended.Sum(e => e.Count), 1, 5);
    }

    private CountedWork Process() => new(_failures, new(_failures, new FixedIdentifiers(), _clock), new(), new(), _clock);

    private Task Work(int delivery) => _counted.Run(
        "editions", "2025-1", delivery,
        () =>
        {
            _done++;
            return Task.CompletedTask;
        },
        default);

    // A process that dies notes nothing: neither that it was done, nor an error. What it held, it holds no more.
    private async Task Dying(int delivery)
    {
        var isAtWork = new TaskCompletionSource();
        var run = Process().Run(
            "editions", "2025-1", delivery,
            () =>
            {
                _done++;
                isAtWork.SetResult();
                return new TaskCompletionSource().Task;
            },
            default);
        await Task.WhenAny(run, isAtWork.Task);
    }
}
