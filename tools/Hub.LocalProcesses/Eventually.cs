using System.Diagnostics;

namespace Hub.LocalProcesses;

/// <summary>Waiting for a condition, with a bound: tests never sleep for a guess.</summary>
public static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <summary>Returns once the condition holds; fails with the description when it does not within the time.</summary>
    public static async Task True(Func<Task<bool>> condition, string description, TimeSpan? within = null)
    {
        var limit = within ?? TimeSpan.FromSeconds(30);
        var clock = Stopwatch.StartNew();
        while (!await condition())
        {
            if (clock.Elapsed > limit)
                throw new TimeoutException($"Not within {limit.TotalSeconds:0} s: {description}");
            await Task.Delay(Pause);
        }
    }

    /// <inheritdoc cref="True(Func{Task{bool}}, string, TimeSpan?)"/>
    public static Task True(Func<bool> condition, string description, TimeSpan? within = null) =>
        True(() => Task.FromResult(condition()), description, within);
}
