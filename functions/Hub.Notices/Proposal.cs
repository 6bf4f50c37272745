using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>One value that was understood.</summary>
/// <param name="Pointer">Where it stands in the form, as a JSON pointer (RFC 6901).</param>
/// <param name="Value">The value.</param>
/// <param name="Words">The words it came from, as they stand in the text.</param>
/// <param name="Where">Where that is: <c>body</c>, <c>subject</c>, or the file with the place in it.</param>
/// <param name="Confidence">From 0 to 1.</param>
public sealed record Proposal(string Pointer, JsonNode Value, string Words, string Where, double Confidence) : Confidential;
