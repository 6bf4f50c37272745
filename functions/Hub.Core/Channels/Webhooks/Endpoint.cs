using Hub.Core.Json;

namespace Hub.Core.Channels.Webhooks;

/// <summary>Where a partner wants to be told of changes.</summary>
/// <param name="Id">Its id, also the name of its cursor.</param>
/// <param name="Partner">The partner it belongs to.</param>
/// <param name="Url">Where to post.</param>
/// <param name="Secret">Standard Webhooks secret: <c>whsec_</c> and 32 bytes in base64.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record Endpoint(string Id, string Partner, string Url, string Secret, DateTimeOffset CreatedAt) : Confidential
{
    /// <summary>The longest that an earlier secret goes on signing.</summary>
    public static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(7);

    /// <summary>Which events it wants; null for all.</summary>
    public EndpointFilter? Filter { get; init; }

    /// <summary>Secrets before the present one that sign too, until their time is over.</summary>
    public IReadOnlyList<EarlierSecret> Earlier { get; init; } = [];

    /// <summary>The same endpoint with a new secret; the present one goes on signing for a while.</summary>
    public Endpoint Rotated(string secret, DateTimeOffset now, TimeSpan overlap) =>
        this with { Secret = secret, Earlier = [.. Earlier.Where(e => e.Until > now), new(Secret, now + overlap)] };

    /// <summary>The secrets that sign at a time, the present one first.</summary>
    public IEnumerable<string> SecretsAt(DateTimeOffset now) => Earlier.Where(e => e.Until > now).Select(e => e.Secret).Prepend(Secret);
}

/// <summary>A secret before the present one.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Until">It signs until then.</param>
public sealed record EarlierSecret(string Secret, DateTimeOffset Until) : Confidential;

/// <summary>Where endpoints are kept.</summary>
public interface IEndpointStore
{
    /// <summary>Keeps an endpoint.</summary>
    Task Save(Endpoint endpoint, CancellationToken cancel);

    /// <summary>An endpoint; null where there is none.</summary>
    Task<Endpoint?> Find(string id, CancellationToken cancel);

    /// <summary>The endpoints of a partner.</summary>
    Task<IReadOnlyList<Endpoint>> List(string partner, CancellationToken cancel);

    /// <summary>Takes an endpoint away.</summary>
    Task Delete(string id, CancellationToken cancel);
}
