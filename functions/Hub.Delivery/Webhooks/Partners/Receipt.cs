using Hub.Register.Json;

namespace Hub.Delivery.Webhooks.Partners;

/// <summary>That a partner has everything up to an event, as it says itself.</summary>
/// <param name="Endpoint">The endpoint it speaks for.</param>
/// <param name="Partner">The partner.</param>
/// <param name="Sequence">The event.</param>
/// <param name="Hash">Its hash, as the partner has it and the log does.</param>
/// <param name="At">When it said so, UTC.</param>
public sealed record Receipt(string Endpoint, string Partner, long Sequence, string Hash, DateTimeOffset At) : IPublic;

/// <summary>Where receipts are kept: the last one of each endpoint.</summary>
public interface IReceiptStore
{
    /// <summary>The last receipt of an endpoint; null where there is none.</summary>
    Task<Receipt?> Find(string endpoint, CancellationToken cancel);

    /// <summary>The last receipts of all endpoints.</summary>
    Task<IReadOnlyList<Receipt>> List(CancellationToken cancel);

    /// <summary>Keeps a receipt.</summary>
    Task Save(Receipt receipt, CancellationToken cancel);
}
