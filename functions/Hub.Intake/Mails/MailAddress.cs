using Hub.Register.Json;
using Hub.Register.Text;

namespace Hub.Intake.Mails;

/// <summary>An address in a mail's header.</summary>
/// <param name="Address">The addr-spec (RFC 5322 §3.4.1) as written; empty where there is none.</param>
/// <param name="Name">The name shown with it.</param>
public sealed record MailAddress(string Address, string? Name = null) : Confidential
{
    private const int LongestDomain = 253;

    /// <summary>Its domain in lower case, international names in their ASCII form (RFC 5890); empty where it has none.</summary>
    public string Domain => DomainOf(Address);

    /// <summary>Whether it is the same mailbox, by the letters: case does not count.</summary>
    public bool IsSameAs(string address) => Normal(Address) is { Length: > 0 } own && own == Normal(address);

    /// <summary>The domain of an address.</summary>
    public static string DomainOf(string address) => Ascii(address[(address.LastIndexOf('@') + 1)..]);

    /// <summary>An address for comparing.</summary>
    public static string Normal(string address) => address.LastIndexOf('@') is > 0 and var at
        ? $"{Lower(address[..at])}@{DomainOf(address)}"
        : "";

    private static string Ascii(string domain)
    {
        var name = Lower(domain.Trim().TrimEnd('.'));
        return name.Length > LongestDomain ? "" : DomainName.Ascii(name) ?? name;
    }

#pragma warning disable CA1308 // Addresses are compared in lower case, as they are written.
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308
}
