using System.Net;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Access;

/// <summary>From where a caller calls, as the platform in front says. What callers write into other headers is not believed.</summary>
/// <param name="Header">
/// The header that the platform sets itself, over whatever a caller sent; null where nothing stands in front.
/// </param>
public sealed record ClientAddress(string? Header)
{
    /// <summary>The caller's address; of IPv6 its network, of which one caller has all addresses.</summary>
    public string Of(HttpRequest request) =>
        Network(Named(request) ?? request.HttpContext.Connection.RemoteIpAddress ?? IPAddress.None).ToString();

    // Several in one header are a chain of proxies: the platform's own is the last.
    private IPAddress? Named(HttpRequest request) =>
        Header is not null && request.Headers[Header].LastOrDefault()?.Split(',')[^1].Trim() is { Length: > 0 } text
        && IPEndPoint.TryParse(text, out var address)
            ? address.Address
            : null;

    private static IPAddress Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Math.Min(8, bytes.Length)).Clear();
        return new(bytes);
    }
}
