using Hub.Rules.Tests.Builders;
using Hub.Work.Failures;

namespace Hub.Rules.Tests.Work;

/// <summary>I11: queue work without a row of its own.</summary>
public sealed class CountedWorkTests
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6)];

    private readonly MemoryFailures _failures = new();
    private readonly ManualClock _clock = new();
    private readonly CountedWork _counted;
    private int _done;

    public CountedWorkTests() => _counted = new(_failures, new(_failures, new FixedIdentifiers(), _clock), new(), _clock);

    [Fact]
    public async Task Work_that_ends_the_process_is_begun_six_times_at_ever_longer_intervals_and_then_left_to_a_person_whoever_wakes_it()
    {
        await Dying(1);
        foreach (var (wait, ended) in Waits.Select((w, i) => (w, i + 1)))
        {
            // The broker delivers again what died with its process.
            await Dying(2);
            if (wait > TimeSpan.Zero)
            {
                Assert.Equal(ended, _done);
                _clock.Advance(wait - TimeSpan.FromSeconds(1));
                await Dying(1);
                Assert.Equal(ended, _done);
                _clock.Advance(TimeSpan.FromSeconds(1));
                await Dying(1);
            }
            Assert.Equal(ended + 1, _done);
            Assert.Equal(ended >= SetAside.MostAttempts ? 1 : 0, _failures.All.Count);
        }
        await Dying(2);
        _clock.Advance(TimeSpan.FromDays(9));
        await Dying(1);
        Assert.Equal(AttemptPolicy.Most, _done);
        Assert.All(_failures.All.Values, f => Assert.Equal(("editions", "2025-1"), (f.Queue, f.Body)));
        Assert.Equal(2, _failures.All.Count);

        await _failures.SaveEnded("editions", "2025-1", EndedAttempts.None, default);
        await Work(1);
        Assert.Equal(AttemptPolicy.Most + 1, _done);
    }

    [Fact]
    public async Task Work_that_ends_well_after_five_kills_needs_nobody_any_more()
    {
        await Dying(1);
        foreach (var wait in Waits)
        {
            await Dying(2);
            _clock.Advance(wait);
            if (wait > TimeSpan.Zero && wait != Waits[^1])
                await Dying(1);
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
        await Work(3);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _counted.Run(
            "editions", "2025-1", 2, () => throw new InvalidOperationException(), default));
        await Dying(1);
        await Dying(2);
        await Dying(3);
        Assert.Equal(6, _done);
        Assert.Empty(_failures.All);
    }

    private Task Work(int delivery) => _counted.Run("editions", "2025-1", delivery, Done, default);

    // A process that dies notes nothing: neither that it was done, nor an error.
    private async Task Dying(int delivery)
    {
        var (noted, done) = (EndedAttempts.None, _done);
        await _counted.Run(
            "editions", "2025-1", delivery,
            async () =>
            {
                noted = await _failures.Ended("editions", "2025-1", default);
                _done++;
            },
            default);
        if (_done > done)
            await _failures.SaveEnded("editions", "2025-1", noted, default);
        foreach (var letter in _failures.All.Values.Where(l => _done > done && l.RetriedAt is not null).ToList())
            await _failures.Save(letter with { RetriedAt = null }, default);
    }

    private Task Done()
    {
        _done++;
        return Task.CompletedTask;
    }
}
