using Hub.Work.Runner;

namespace Hub.Rules.Tests.Work;

/// <summary>Takes one event a step, unless a test has put something else next.</summary>
internal sealed class FakeChannel : IChannel
{
    public string Name => "fake";

    public RetryPolicy Retries { get; init; } = RetryPolicy.Webhooks;

    public List<long> Seen { get; } = [];

    public Queue<Step> Next { get; } = new();

    public Action<ChannelRun> BeforeStep { get; set; } = _ => { };

    /// <summary>What each step waits for.</summary>
    public Task GoOn { get; set; } = Task.CompletedTask;

    public async Task<Step> Advance(Cursor cursor, ChannelRun run, CancellationToken cancel)
    {
        BeforeStep(run);
        await GoOn;
        if (Next.TryDequeue(out var step))
            return step;
        Seen.Add((await run.EventsAfter(cursor.Position, default))[0].Sequence);
        return new Step.Moved(Seen[^1]);
    }
}
