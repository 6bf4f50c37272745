using Hub.Register.Json;
using Hub.Register.States;

namespace Hub.Register.Log.Proofs;

/// <summary>The log up to an event, in one hash: the root of the Merkle tree over the hashes of its events.</summary>
/// <param name="Sequence">The event, and the number of leaves.</param>
/// <param name="Hash">That event's hash.</param>
/// <param name="Root">The root (RFC 6962, section 2.1): each leaf is the 32 bytes of an event's hash. Lower-case hexadecimal.</param>
public sealed record LogDigest(long Sequence, string Hash, string Root) : IPublic;

/// <summary>The events of one State up to an event, in one hash.</summary>
/// <param name="State">The State; absent for the events that are of no State.</param>
/// <param name="Events">How many.</param>
/// <param name="Root">The root of the Merkle tree over their hashes alone, in their order.</param>
public sealed record StateDigest(StateCode? State, long Events, string Root) : IPublic;

/// <summary>The proof that an event is in the log.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">Up to which event the log is looked at.</param>
/// <param name="Root">The root there.</param>
/// <param name="Path">The hashes that lead from the leaf to the root, hexadecimal.</param>
public sealed record InclusionProof(long Sequence, string Hash, long At, string Root, IReadOnlyList<string> Path) : IPublic;

/// <summary>The proof that the log up to one event is the beginning of the log up to another.</summary>
/// <param name="From">The earlier event.</param>
/// <param name="FromRoot">The root there.</param>
/// <param name="At">The later event.</param>
/// <param name="Root">The root there.</param>
/// <param name="Path">The hashes that lead to both roots, hexadecimal.</param>
public sealed record ConsistencyProof(long From, string FromRoot, long At, string Root, IReadOnlyList<string> Path) : IPublic;
