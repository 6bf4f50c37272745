using Hub.Register.Json;
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
}

/// <summary>Something that a person should look at. It names records and recipients by their ids and holds no contact data.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Subject">The record, or the recipient where mails come back.</param>
/// <param name="Detail">In words.</param>
/// <param name="Since">The day since when, UTC; null where it follows from what the record says.</param>
public sealed record QualityItem(QualityKind Kind, string Subject, string Detail, DateOnly? Since = null) : IPublic;

/// <summary>What is wrong with a State's records.</summary>
/// <param name="State">The State.</param>
/// <param name="Items">What is wrong.</param>
public sealed record StateQuality(StateCode State, IReadOnlyList<QualityItem> Items) : IPublic;
