namespace Hub.Register.Log;

/// <summary>Reads the whole log from the store and verifies it.</summary>
public static class LogVerification
{
    private const int Page = 500;

    /// <summary>
    /// Reads every event up to the head and computes every hash again: how far it came, and where the chain breaks, if it does.
    /// </summary>
    public static async Task<(ChainVerifier Verifier, Head Head, ChainBreak? Break)> Verify(
        this IRegisterStore register, CancellationToken cancel)
    {
        var head = (await register.Read(TimeSpan.Zero, cancel)).Head;
        var verifier = new ChainVerifier();
        return (verifier, head, await Take(register, verifier, head, cancel) ?? verifier.EndsAt(head));
    }

    private static async Task<ChainBreak?> Take(IRegisterStore register, ChainVerifier verifier, Head head, CancellationToken cancel)
    {
        while (verifier.Verified.Sequence < head.Sequence
            && await register.ReadEvents(verifier.Verified.Sequence, Page, cancel) is { Count: > 0 } events)
            foreach (var e in events.TakeWhile(e => e.Sequence <= head.Sequence))
                if (verifier.Take(e) is { } broken)
                    return broken;
        return null;
    }
}
