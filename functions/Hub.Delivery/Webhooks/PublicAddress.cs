using System.Net;
using System.Net.Sockets;

namespace Hub.Delivery.Webhooks;

/// <summary>
/// Tells addresses of the public Internet from all others, so that no partner can make the hub call what is behind its own walls.
/// </summary>
public static class PublicAddress
{
    // Bytes 8 to 11 of an interface identifier that holds an IPv4 address (ISATAP, RFC 5214), with and without the bit for global ones.
    private static readonly byte[][] Isatap = [[0, 0, 0x5e, 0xfe], [2, 0, 0x5e, 0xfe]];

    // All that IANA has given out for use in public; whatever else there may be in IPv6 is closed (RFC 4291, section 2.4).
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    // IANA's special-purpose registries, IPv4 and IPv6; the IPv6 blocks that embed IPv4 addresses are closed as a whole.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            // Azure's own services, which every virtual machine reaches at this address.
            "168.63.129.16/32",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Whether an address is of the public Internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily switch
        {
            AddressFamily.InterNetwork => !IsClosed(plain),
            AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(plain) && !IsClosed(plain) && !IsIsatap(plain),
            _ => false,
        };
    }

    private static bool IsClosed(IPAddress plain) =>
        Closed.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));

    private static bool IsIsatap(IPAddress plain) => Isatap.Any(i => plain.GetAddressBytes().AsSpan(8, 4).SequenceEqual(i));
}
