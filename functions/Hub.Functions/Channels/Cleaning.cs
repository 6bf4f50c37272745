using Hub.Notices.SigningIn;
using Hub.Operations.Erasing;
using Hub.Operations.Erasures;
using Hub.Operations.Retention;
using Hub.Work.Failures;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Channels;

/// <summary>
/// What the sweep does about people's data: the erasures that were ordered, and what has had its time. What goes wrong with the one holds
/// up neither the other nor anything else.
/// </summary>
public sealed class Cleaning(
    ErasureRun erasures, RetentionRun retention, ISignInAskStore asks, RetentionPolicy policy, TimeProvider clock, Outages outages,
    ILogger<Cleaning> log)
{
    /// <summary>Does the steps that are due.</summary>
    public async Task Run(CancellationToken cancel)
    {
        await Guarded("Erasures", async () =>
        {
            foreach (var erasure in await erasures.Run(cancel))
                Say(erasure);
        });
        await Guarded("Sign-ins", () => asks.Forget(clock.GetUtcNow(), cancel));
        await Guarded("Retention", async () => Say(await retention.Run(cancel)));
    }

    private async Task Guarded(string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException) && !outages.Is(e))
        {
            log.LogError("{What} could not go on ({Error}); a later sweep tries again.", what, e.GetType().Name);
        }
    }

    private void Say(Removed? removed)
    {
        if (removed is { Count: > 0 })
            log.LogInformation(
                "{Count} {Kind} had had their time of {Days} days and are gone.", removed.Count, removed.Kind,
                (int)policy.Times[removed.Kind].TotalDays);
    }

    private void Say(Erasure erasure) => log.LogInformation(
        "Erasure {Erasure} is {State}: {Done} of {Items} items, {Waiting} of them waiting.", erasure.Id, erasure.State,
        erasure.Items.Count(i => i.IsDone), erasure.Items.Count, erasure.Items.Count(i => i.Waits is not null));
}
