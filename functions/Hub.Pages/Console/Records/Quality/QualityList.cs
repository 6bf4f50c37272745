using Hub.Delivery.Confirmations;
using Hub.Notices.Recipients;
using Hub.Pages.Console.Lists;
using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Pages.Console.Records.Quality;

/// <summary>What somebody wants to see of what is wrong.</summary>
/// <param name="State">Of which State; null for all.</param>
/// <param name="Kind">Of which kind; null for all.</param>
public sealed record QualityChoice(StateCode? State, QualityKind? Kind) : Confidential
{
    /// <summary>The address of the list.</summary>
    public const string List = "/console/quality";

    /// <summary>The address of what was chosen.</summary>
    public string Address => PageRange.AddressOf(List, ("state", State?.Value), ("kind", Kind?.Code()));
}

/// <summary>Something that is wrong, with the names that it needs.</summary>
/// <param name="State">The State.</param>
/// <param name="Item">What is wrong.</param>
/// <param name="Name">What the record or the recipient is called.</param>
public sealed record QualityRow(StateCode State, QualityItem Item, string Name) : Confidential;

/// <summary>A list of what is wrong.</summary>
/// <param name="Choice">What was chosen.</param>
/// <param name="Range">Which page of it.</param>
/// <param name="Rows">What is wrong.</param>
/// <param name="States">The States, with their names in the page's language.</param>
/// <param name="Names">The names of records, by id.</param>
/// <param name="Unconfirmed">How many of all that was chosen are records that nobody confirmed.</param>
public sealed record QualityList(
    QualityChoice Choice, PageRange Range, IReadOnlyList<QualityRow> Rows, IReadOnlyList<(string Code, string Name)> States,
    IReadOnlyDictionary<string, string> Names, int Unconfirmed) : Confidential;

/// <summary>A recipient whose mails come back.</summary>
/// <param name="Recipient">The recipient.</param>
/// <param name="StateName">The name of its State, in the language of the page.</param>
/// <param name="History">What came back.</param>
/// <param name="IsStopped">Whether no mail goes to it any more.</param>
public sealed record BouncedAddress(Recipient Recipient, string StateName, AddressHistory History, bool IsStopped) : Confidential
{
    /// <summary>A mark that changes with what comes back: who says that the address is right has seen it so.</summary>
    public string Mark => $"{History.Bounces.Count}-{(History.Bounces is [.., var last] ? last.At.UtcTicks : 0)}";
}
