using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hub.Benchmarks;

/// <summary>Runs the same work many times at a concurrency, and keeps how long each took.</summary>
internal sealed class Timings
{
    /// <summary>How often both sides are measured, in turn.</summary>
    public const int Rounds = 3;

    private readonly ConcurrentBag<double> _milliseconds = [];

    public TimeSpan Total { get; private set; }

    public double PerSecond => _milliseconds.Count / Total.TotalSeconds;

    public double EachMilliseconds => Total.TotalMilliseconds / _milliseconds.Count;

    /// <summary>
    /// Both sides of a comparison, in turn, so that neither gains by what ran compiled, first or alone; the best round of each counts.
    /// </summary>
    public static async Task<(Timings Measured, Timings Floor)> InTurn(Func<Task<Timings>> measure, Func<Task<Timings>> floor)
    {
        var (best, least) = (await measure(), await floor());
        for (var round = 1; round < Rounds; round++)
            (best, least) = (Faster(best, await measure()), Faster(least, await floor()));
        return (best, least);
    }

    public static async Task<Timings> Of(int count, int concurrency, Func<int, Task> work)
    {
        var timings = new Timings();
        var clock = Stopwatch.StartNew();
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(Enumerable.Range(0, count), atOnce, async (i, _) =>
        {
            var started = Stopwatch.GetTimestamp();
            await work(i);
            timings.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        });
        timings.Total = clock.Elapsed;
        return timings;
    }

    public static async Task<Timings> During(TimeSpan time, int concurrency, Func<Task> work)
    {
        var timings = new Timings();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(async _ =>
        {
            while (clock.Elapsed < time)
            {
                var started = Stopwatch.GetTimestamp();
                await work();
                timings.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }));
        timings.Total = clock.Elapsed;
        return timings;
    }

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public double Percentile(double part) => _milliseconds.Order().ElementAt((int)(part * (_milliseconds.Count - 1)));

    public double Median => Percentile(0.5);

    public string Spread => $"p50 {Report.Number(Percentile(0.5))} ms, p95 {Report.Number(Percentile(0.95))} ms";

    private static Timings Faster(Timings one, Timings other) => one.PerSecond >= other.PerSecond ? one : other;
}
