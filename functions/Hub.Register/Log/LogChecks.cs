using Hub.Register.Json;

namespace Hub.Register.Log;

/// <summary>What came of verifying the whole log.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who asked for it; null where the hub did, at night.</param>
/// <param name="Events">Up to which event it verifies.</param>
/// <param name="Head">The last event that there was.</param>
/// <param name="Broken">The event at which it does not; null where all of it verifies.</param>
public sealed record LogCheckRecord(DateTimeOffset At, string? By, long Events, long Head, long? Broken) : Confidential;

/// <summary>Where the last verification of the log is kept.</summary>
public interface ILogCheckStore
{
    /// <summary>Keeps it in place of the one before.</summary>
    Task Save(LogCheckRecord check, CancellationToken cancel);

    /// <summary>The last one; null where there was none.</summary>
    Task<LogCheckRecord?> Last(CancellationToken cancel);
}

/// <summary>Verifies the whole log, and remembers what came of it.</summary>
public sealed class LogChecks(IRegisterStore register, ILogCheckStore store, TimeProvider clock)
{
    /// <summary>Verifies it now.</summary>
    /// <param name="by">Who asks; null for the hub.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<(LogCheckRecord Check, ChainBreak? Break)> Run(string? by, CancellationToken cancel)
    {
        var (verifier, head, broken) = await register.Verify(cancel);
        var check = new LogCheckRecord(clock.GetUtcNow(), by, verifier.Verified.Sequence, head.Sequence, broken?.Sequence);
        await store.Save(check, cancel);
        return (check, broken);
    }

    /// <summary>What came of the last time.</summary>
    public Task<LogCheckRecord?> Last(CancellationToken cancel) => store.Last(cancel);
}
