using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hub.Functions.Http;

/// <summary>From where a caller calls, as the platform in front says. What callers write into other headers is not believed.</summary>
/// <param name="Header">
/// The header that the platform sets itself, or to which it adds; null where nothing stands in front.
/// </param>
/// <param name="Hops">
/// How many of its last entries were written by who is trusted: 1 where the platform alone is, 2 where a proxy before it is too.
/// </param>
public sealed record ClientAddress(string? Header, int Hops = 1)
{
    /// <summary>What Azure's front end adds the caller to: the only entry that no caller can have written is the last.</summary>
    public const string Chain = "X-Forwarded-For";

    /// <summary>
    /// Leaves the connection's own address and host where they are: the worker's own package takes them from whatever a caller writes
    /// into X-Forwarded-For and its like, in the belief that a host in front had written it.
    /// </summary>
    internal static void Keep(ForwardedHeadersOptions options) => options.ForwardedHeaders = ForwardedHeaders.None;

    /// <summary>The caller's address; of IPv6 its network, of which one caller has all addresses.</summary>
    public string Of(HttpRequest request) =>
        Network(Named(request) ?? request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None).ToString();

    // Whoever comes past a proxy that is trusted has written none of the last entries either: then the first that there is counts.
    private IPAddress? Named(HttpRequest request)
    {
        if (Header is null)
            return null;
        var chain = string.Join(',', request.Headers[Header].AsEnumerable())
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return chain.Length > 0 && IPEndPoint.TryParse(chain[^Math.Min(Hops, chain.Length)], out var address) ? address.Address : null;
    }

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Math.Min(8, bytes.Length)).Clear();
        return new(bytes);
    }
}
