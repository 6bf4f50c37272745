using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Hub.Register.Json;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// Where a partner wants to be told of changes. It has a cursor once its receiver has consented, and nothing is sent before.
/// </summary>
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

    /// <summary>It is told of what comes after this event.</summary>
    public long After { get; init; }

    /// <summary>Deliveries a minute at most, as the partner wishes; null where it named none.</summary>
    public int? Rate { get; init; }

    /// <summary>What its receiver answered when it was asked; null before.</summary>
    public Consent? Consent { get; init; }

    /// <summary>Another address that waits to be confirmed; null where none does.</summary>
    public UrlChange? Change { get; init; }

    /// <summary>Secrets before the present one that sign too, until their time is over.</summary>
    public IReadOnlyList<EarlierSecret> Earlier { get; init; } = [];

    /// <summary>The store's mark of this version, for optimistic concurrency.</summary>
    [JsonIgnore]
    public string? ETag { get; init; }

    /// <summary>Tells one of its secrets from another, without telling anything of either.</summary>
    [JsonIgnore]
    public string SecretMark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"mark {Secret}")))[..32];

    /// <summary>The same endpoint with a new secret; the present one goes on signing for a while.</summary>
    public Endpoint Rotated(string secret, DateTimeOffset now, TimeSpan overlap) =>
        this with { Secret = secret, Earlier = [.. Earlier.Where(e => e.Until > now), new(Secret, now + overlap)] };

    /// <summary>The secrets that sign at a time, the present one first.</summary>
    public IEnumerable<string> SecretsAt(DateTimeOffset now) => Earlier.Where(e => e.Until > now).Select(e => e.Secret).Prepend(Secret);

    /// <summary>Deliveries a minute at most: the least of the hub's own limit, the partner's wish and what its receiver allows.</summary>
    public int RateWithin(int most) => new[] { most, Rate ?? most, (Consent as Consent.Given)?.Rate ?? most }.Min();
}

/// <summary>A secret before the present one.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Until">It signs until then.</param>
public sealed record EarlierSecret(string Secret, DateTimeOffset Until) : Confidential;

/// <summary>Where endpoints are kept.</summary>
public interface IEndpointStore
{
    /// <summary>Keeps a new endpoint.</summary>
    Task Add(Endpoint endpoint, CancellationToken cancel);

    /// <summary>An endpoint; null where there is none.</summary>
    Task<Endpoint?> Find(string id, CancellationToken cancel);

    /// <summary>Writes an endpoint back; false where somebody else wrote or deleted it since it was read.</summary>
    Task<bool> Save(Endpoint endpoint, CancellationToken cancel);

    /// <summary>The endpoints of a partner; of all partners where none is named.</summary>
    Task<IReadOnlyList<Endpoint>> List(string? partner, CancellationToken cancel);

    /// <summary>Takes an endpoint away.</summary>
    Task Delete(string id, CancellationToken cancel);
}

/// <summary>Changes to endpoints.</summary>
public static class EndpointChanges
{
    /// <summary>Changes an endpoint as it is now, whoever else changes it at the same time; null where it was deleted.</summary>
    public static async Task<Endpoint?> Change(
        this IEndpointStore endpoints, string id, Func<Endpoint, Endpoint> change, CancellationToken cancel)
    {
        while (await endpoints.Find(id, cancel) is { } endpoint)
            if (change(endpoint) is var changed && await endpoints.Save(changed, cancel))
                return changed;
        return null;
    }
}
