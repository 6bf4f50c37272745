using System.Text.Json.Serialization;
using Hub.Notices.Recipients;
using Hub.Register.Json;
using Hub.Register.Records;
using Hub.Register.States;

namespace Hub.Delivery.Confirmations;

/// <summary>What can be wrong with what the directory holds.</summary>
public enum QualityKind
{
    /// <summary>Mails to a recipient come back.</summary>
    Bounced,

    /// <summary>A record was not confirmed for fifteen months.</summary>
    Unconfirmed,

    /// <summary>A record lacks something that whoever sends a request needs.</summary>
    Incomplete,

    /// <summary>Two authorities of a State are designated for the same, without a scope that tells them apart (V06, V07).</summary>
    Overlapping,

    /// <summary>A law of the library was not confirmed by its State for a year (L12).</summary>
    LawUnconfirmed,

    /// <summary>The thirty days in which a State may object to a law that the Secretariat found are over.</summary>
    LawUnopposed,
}

/// <summary>Something that a person should look at. It names records, laws and recipients by their ids and holds no contact data.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">The record or law, or the recipient where mails come back.</param>
/// <param name="Detail">In words.</param>
/// <param name="Since">The day since when, UTC; null where it follows from what the record says.</param>
public sealed record QualityItem(QualityKind Kind, string Subject, string Detail, DateOnly? Since = null) : IPublic
{
    /// <summary>Of an incomplete record: the fields that it lacks, by name.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Of records that overlap: the others.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>Of records that overlap: what all of them are designated for.</summary>
    [JsonIgnore]
    public Pair? Pair { get; init; }

    /// <summary>Of a recipient whose mails come back: why.</summary>
    [JsonIgnore]
    public BounceCause? Cause { get; init; }
}

/// <summary>What is wrong with a State's records.</summary>
/// <param name="State">The State.</param>
/// <param name="Items">What is wrong.</param>
public sealed record StateQuality(StateCode State, IReadOnlyList<QualityItem> Items) : IPublic;
