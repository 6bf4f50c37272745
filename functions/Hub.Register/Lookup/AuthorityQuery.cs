using Hub.Register.Log;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Register.Lookup;

/// <summary>What a reader of the restricted directory looks for; everything absent matches all.</summary>
public sealed record AuthorityQuery
{
    /// <summary>The State.</summary>
    public StateCode? State { get; init; }

    /// <summary>The instrument of a designation that holds.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>The matter of a designation that holds.</summary>
    public Matter? Matter { get; init; }

    /// <summary>BCP 47 tag of a language in which requests are accepted.</summary>
    public string? Language { get; init; }

    /// <summary>A network to which the State belongs.</summary>
    public string? Network { get; init; }

    /// <summary>A moment at which the office is open, or can be reached day and night.</summary>
    public DateTimeOffset? OpenAt { get; init; }

    /// <summary>Whether withdrawn records are wanted too.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>The record after which the page begins.</summary>
    public string? After { get; init; }

    /// <summary>Records a page, 1 to 500.</summary>
    public int Limit { get; init; } = 100;

    /// <summary>Whether a record matches on a day.</summary>
    public bool Matches(Authority authority, RegisterSnapshot register, DateOnly day) =>
        (State is null || authority.State() == State)
        && (Withdrawn || authority.Restricted.IsInForce(day))
        && (Instrument is null && Matter is null || authority.Restricted.HoldingOn(day).Any(
            d => (Instrument is null || d.Instrument == Instrument) && (Matter is null || d.Matter == Matter)))
        && (Language is null || authority.Restricted.LanguagesOfRequests?.Contains(Language, StringComparer.OrdinalIgnoreCase) == true)
        && (Network is null || (register.Memberships.GetValueOrDefault((Network, authority.State()))?.HoldsOn(day) ?? false))
        && (OpenAt is not { } at || Opening.IsOpen(authority.Restricted, at));
}
