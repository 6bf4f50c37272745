using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Records;

namespace Hub.Register.Log;

/// <summary>One thing a notice changes, understood and checked.</summary>
public abstract record Change : Confidential
{
    /// <summary>A new authority is designated, perhaps in place of another.</summary>
    public sealed record Designate(AuthorityPublic Public, AuthorityRestricted Restricted, AuthoritySecretariat Kept) : Change
    {
        /// <summary>The record whose designations for the same pairs end.</summary>
        public string? Replaces { get; init; }

        /// <summary>Whether the note says that no authority ends: two for one pair are then meant.</summary>
        public bool NoneEnds { get; init; }

        /// <summary>The last day of the authority replaced.</summary>
        public DateOnly? PreviousEndsOn { get; init; }
    }

    /// <summary>Fields of a record change: an RFC 7396 merge patch on its form.</summary>
    public sealed record Amend(string RecordId, JsonObject Set) : Change;

    /// <summary>A record's designations end, all of them or those for some pairs.</summary>
    public sealed record Withdraw(string RecordId, IReadOnlyList<Pair>? Pairs, DateOnly LastDay) : Change;

    /// <summary>A record is confirmed as it stands.</summary>
    public sealed record Confirm(string RecordId) : Change;

    /// <summary>A temporary situation is announced.</summary>
    public sealed record Announce(string RecordId, TemporaryNotice Notice) : Change;

    /// <summary>The State says that it has no authority for a pair.</summary>
    public sealed record DeclareNil(Pair Pair) : Change;

    /// <summary>The State declares itself on the legal basis of extradition.</summary>
    public sealed record DeclareLegalBasis(LegalBasis Declaration) : Change;

    /// <summary>A membership of a network begins, changes or ends.</summary>
    public sealed record SetMembership(Membership Membership) : Change;

    /// <summary>The record it touches, where it touches one that exists.</summary>
    public string? Record() => this switch
    {
        Amend a => a.RecordId,
        Withdraw w => w.RecordId,
        Confirm c => c.RecordId,
        Announce n => n.RecordId,
        _ => null,
    };

    /// <summary>
    /// Whether it decides who is competent: such a change waits for mission or ministry (I7) and for a second reviewer.
    /// </summary>
    public bool ChangesDesignation() => this switch
    {
        Designate or Withdraw or DeclareNil or DeclareLegalBasis => true,
        Amend a => a.Set.ContainsKey("designations") || a.Set.ContainsKey("authorityName") || a.Set.ContainsKey("jurisdiction"),
        Confirm or Announce or SetMembership => false,
        _ => throw new NotSupportedException(GetType().Name),
    };
}
