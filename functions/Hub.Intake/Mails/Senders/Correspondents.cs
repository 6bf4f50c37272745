using System.Net;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Intake.Mails.Senders;

/// <summary>An office of a State that may write to the hub.</summary>
/// <param name="State">Its State.</param>
/// <param name="Role">What it is.</param>
/// <param name="Name">How it is called.</param>
/// <param name="Addresses">Its mailboxes.</param>
/// <param name="Domains">The domains of which every mailbox is its own.</param>
public sealed record Office(
    StateCode State, OfficeRole Role, string Name, IReadOnlyList<string> Addresses, IReadOnlyList<string> Domains) : Confidential
{
    /// <summary>The language it reads; null where the hub does not know.</summary>
    public Language? Language { get; init; }

    /// <summary>Everybody of the Secretariat who set its address or what it may say.</summary>
    public IReadOnlyList<string> SetBy { get; init; } = [];
}

/// <summary>Whom the hub knows, and which server's word it takes for who sent a mail.</summary>
/// <param name="AuthservIds">
/// The ids under which our own receiving servers write Authentication-Results (RFC 8601 §2.5); empty text for a server that writes none.
/// </param>
/// <param name="OwnHosts">
/// The domains of our own receiving servers, as in Received headers: what stands below the first foreign one is the sender's.
/// </param>
/// <param name="OwnAddresses">The hub's own mailboxes.</param>
/// <param name="Offices">The offices.</param>
public sealed record Correspondents(
    IReadOnlyList<string> AuthservIds, IReadOnlyList<string> OwnHosts, IReadOnlyList<string> OwnAddresses, IReadOnlyList<Office> Offices)
    : Confidential
{
    /// <summary>The networks from which our own receiving servers hand mail on to each other, besides private ones.</summary>
    public IReadOnlyList<IPNetwork> OwnNetworks { get; init; } = [];

    /// <summary>The office of an address: by the address, else by its domain, there the office that may least.</summary>
    public Office? OfficeOf(MailAddress address)
    {
        var byAddress = Offices.Where(o => o.Addresses.Any(address.IsSameAs)).ToList();
        var found = byAddress.Count > 0
            ? byAddress
            : [.. Offices.Where(o => o.Domains.Any(d => address.Domain.Length > 0 && address.Domain == MailAddress.DomainOf(d)))];
        return found.Select(o => o.State).Distinct().Count() == 1 ? found.MaxBy(o => o.Role) : null;
    }
}
