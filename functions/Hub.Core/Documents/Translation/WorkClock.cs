using Hub.Core.Channels;

namespace Hub.Core.Documents.Translation;

/// <summary>Takes up work on documents and puts it off: due times, as everything that waits has.</summary>
public sealed class WorkClock(IDocumentWorkStore store, DocumentSettings settings, IIdentifiers ids, TimeProvider clock)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly RetryPolicy Policy = RetryPolicy.OwnServices with { Patience = TimeSpan.FromDays(1) };

    /// <summary>Work that is due, for this caller alone for a while; null where there is none.</summary>
    public async Task<DocumentWork?> Claim(string id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await store.Find(id, cancel) is { State: WorkState.Waiting } work && work.DueAt <= now
            ? await store.Save(work with { DueAt = now + (Lease / settings.Speed) }, cancel)
            : null;
    }

    /// <summary>The same work, not before a while.</summary>
    public DocumentWork Later(DocumentWork work, TimeSpan wait) => work with { DueAt = clock.GetUtcNow() + (wait / settings.Speed) };

    /// <summary>The same work after a failure: later again, or given up after a day.</summary>
    public DocumentWork After(DocumentWork work, Step.Failed failure)
    {
        var (now, since, attempts) = (clock.GetUtcNow(), work.FailingSince ?? clock.GetUtcNow(), work.Attempts + 1);
        var failed = work with { Attempts = attempts, FailingSince = since, Reason = failure.Reason };
        return Policy.Faster(settings.Speed).Decide(attempts, failure, since, now, ids.Fraction()) switch
        {
            RetryDecision.RetryAt(var at) => failed with { DueAt = at },
            RetryDecision.Disable(var why) =>
                failed with { State = WorkState.Impossible, DueAt = null, Reason = $"{failure.Reason}; {why}" },
            _ => throw new NotSupportedException("Unknown decision."),
        };
    }
}
