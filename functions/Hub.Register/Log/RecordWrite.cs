using Hub.Register.Laws;
using Hub.Register.Records;

namespace Hub.Register.Log;

/// <summary>One record as a commit leaves it.</summary>
public abstract record RecordWrite;

/// <summary>A new version of an authority, and the version it takes the place of.</summary>
/// <param name="New">The new version.</param>
/// <param name="Old">The version before, kept under its number; null for a new record.</param>
public sealed record AuthorityWrite(Authority New, Authority? Old) : RecordWrite;

/// <summary>A membership.</summary>
/// <param name="Membership">As it is from now on.</param>
public sealed record MembershipWrite(Membership Membership) : RecordWrite;

/// <summary>A new version of a law, and the version it takes the place of.</summary>
/// <param name="New">The new version.</param>
/// <param name="Old">The version before, kept under its number; null for a new law.</param>
public sealed record LawWrite(Law New, Law? Old) : RecordWrite;

/// <summary>What a State declared.</summary>
/// <param name="Facts">As they are from now on.</param>
public sealed record StateWrite(StateFacts Facts) : RecordWrite;
