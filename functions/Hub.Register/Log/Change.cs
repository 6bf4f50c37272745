using System.Text.Json.Nodes;
using Hub.Register.Json;
using Hub.Register.Laws;
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

    /// <summary>A law goes into the library, new or as a new version of one that is there.</summary>
    /// <param name="LawId">The law that it is a version of; null for a new one.</param>
    /// <param name="Content">What it says, whole.</param>
    public sealed record PublishLaw(string? LawId, LawContent Content) : Change
    {
        /// <summary>The fields that the notice sets; null where it states the law whole.</summary>
        public IReadOnlySet<string>? Set { get; init; }
    }

    /// <summary>The record it touches, where it touches one that exists.</summary>
    public string? Record() => this switch
    {
        Amend a => a.RecordId,
        Withdraw w => w.RecordId,
        Confirm c => c.RecordId,
        Announce n => n.RecordId,
        _ => null,
    };

    /// <summary>What it makes a new version of: a record or a law.</summary>
    public string? Versioned() => this is PublishLaw law ? law.LawId : Record();

    /// <summary>Whether two persons have to approve it: who is competent, and what everybody reads as the law of a State.</summary>
    public bool WantsTwo() => ChangesDesignation() || this is PublishLaw;

    /// <summary>Whether it decides who is competent: such a change waits for mission or ministry (I7).</summary>
    public bool ChangesDesignation() => this switch
    {
        Designate or Withdraw or DeclareNil or DeclareLegalBasis => true,
        Amend a => a.Set.ContainsKey("designations") || a.Set.ContainsKey("authorityName") || a.Set.ContainsKey("jurisdiction"),
        Confirm or Announce or SetMembership or PublishLaw => false,
        _ => throw new NotSupportedException(GetType().Name),
    };
}
