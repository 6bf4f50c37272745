using Hub.Register.Json;
using Hub.Register.Log;

namespace Hub.Functions.Lookup;

/// <summary>What came of verifying the log.</summary>
/// <param name="Verified">Whether all of it verifies.</param>
/// <param name="Events">Up to which event it does.</param>
/// <param name="Head">Where the log ends.</param>
/// <param name="Break">Where it does not verify, and why.</param>
public sealed record LogCheck(bool Verified, long Events, Head Head, ChainBreak? Break) : IPublic;
