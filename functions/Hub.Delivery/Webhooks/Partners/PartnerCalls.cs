namespace Hub.Delivery.Webhooks.Partners;

/// <summary>What a partner has the hub do at once, at an address that it named itself.</summary>
public enum CallKind
{
    /// <summary>A receiver is asked for its consent.</summary>
    Consent,

    /// <summary>The receiver at another address is, and a code goes out.</summary>
    Move,

    /// <summary>A test event goes.</summary>
    Test,

    /// <summary>One event goes again.</summary>
    Resend,

    /// <summary>What waits for its time goes now.</summary>
    Retry,
}

/// <summary>Something that a partner had the hub do.</summary>
/// <param name="Endpoint">For which endpoint.</param>
/// <param name="Kind">What.</param>
/// <param name="At">When, UTC.</param>
public sealed record PartnerCall(string Endpoint, CallKind Kind, DateTimeOffset At);

/// <summary>All of it in the last minute.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Calls">What it was, the first first.</param>
public sealed record PartnerCalls(string Partner, IReadOnlyList<PartnerCall> Calls);

/// <summary>Where it is counted, for all instances together.</summary>
public interface IPartnerCallStore
{
    /// <summary>What a partner had done; null where nothing was.</summary>
    Task<PartnerCalls?> Find(string partner, CancellationToken cancel);

    /// <summary>Keeps what a partner had done.</summary>
    /// <param name="calls">As it is to be.</param>
    /// <param name="before">As it was read; null where there was nothing.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False where it stands otherwise by now: then nothing is kept.</returns>
    Task<bool> Save(PartnerCalls calls, PartnerCalls? before, CancellationToken cancel);
}
