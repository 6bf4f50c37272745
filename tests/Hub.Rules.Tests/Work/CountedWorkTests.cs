using Hub.Rules.Tests.Builders;
using Hub.Work.Failures;

namespace Hub.Rules.Tests.Work;

/// <summary>I11: queue work without a row of its own.</summary>
public sealed class CountedWorkTests
{
    private readonly MemoryFailures _failures = new();
    private readonly CountedWork _counted;
    private int _done;

    public CountedWorkTests() => _counted = new(_failures, new(_failures, new FixedIdentifiers(), new ManualClock()));

    [Fact]
    public async Task Work_that_ends_the_process_is_done_three_times_and_then_left_to_a_person_whoever_wakes_it()
    {
        // A process that dies notes nothing: neither that it was done, nor an error.
        for (var delivery = 1; delivery <= 5; delivery++)
            await Dying(delivery);
        await Dying(1);
        Assert.Equal(3, _done);
        Assert.Equal(("editions", "2025-1"), (Assert.Single(_failures.All.Values).Queue, _failures.All.Values.Single().Body));
        await _failures.SaveDeaths("editions", "2025-1", 0, default);
        await Work(1);
        Assert.Equal(4, _done);
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

    private async Task Dying(int delivery)
    {
        var before = await _failures.Deaths("editions", "2025-1", default);
        var done = _done;
        await Work(delivery);
        if (_done > done && delivery > 1)
            await _failures.SaveDeaths("editions", "2025-1", before + 1, default);
    }

    private Task Done()
    {
        _done++;
        return Task.CompletedTask;
    }
}
