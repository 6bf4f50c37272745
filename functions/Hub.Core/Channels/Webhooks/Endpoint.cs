using Hub.Core.Json;

namespace Hub.Core.Channels.Webhooks;

/// <summary>Where a partner wants to be told of changes.</summary>
/// <param name="Id">Its id, also the name of its cursor.</param>
/// <param name="Partner">The partner it belongs to.</param>
/// <param name="Url">Where to post.</param>
/// <param name="Secret">Standard Webhooks secret: <c>whsec_</c> and 32 bytes in base64.</param>
/// <param name="CreatedAt">When it was made, UTC.</param>
public sealed record Endpoint(string Id, string Partner, string Url, string Secret, DateTimeOffset CreatedAt) : Confidential;

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
