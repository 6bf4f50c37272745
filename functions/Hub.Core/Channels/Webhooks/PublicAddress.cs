using System.Net;
using System.Net.Sockets;

namespace Hub.Core.Channels.Webhooks;

/// <summary>Tells addresses of the public Internet from all others, so that no partner can make the hub call what is behind its own walls.</summary>
public static class PublicAddress
{
    // IANA's special-purpose registries, IPv4 and IPv6; the IPv6 blocks that embed IPv4 addresses are closed as a whole.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/8", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
            "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
            // Azure's own services, which every virtual machine reaches at this address.
            "168.63.129.16/32",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>Whether an address is of the public Internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6
            && !Closed.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));
    }
}
