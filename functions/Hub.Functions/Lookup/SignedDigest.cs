using Hub.Register.Json;

namespace Hub.Functions.Lookup;

/// <summary>The log up to an event in one hash, signed.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Root">The Merkle root (RFC 6962).</param>
/// <param name="Signed">The same as JWS (RFC 7515, ES256).</param>
public sealed record SignedDigest(long Sequence, string Hash, string Root, string Signed) : IPublic;
