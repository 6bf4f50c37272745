using System.Text.Json.Nodes;
using Hub.Register.Json;

namespace Hub.Notices;

/// <summary>A value that was read somewhere: a proposal, which a person looks at before it changes anything.</summary>
/// <param name="Pointer">Where it goes in the notice: a JSON pointer (RFC 6901).</param>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it was read.</param>
/// <param name="Words">What stands there, in its own words.</param>
public sealed record FormProposal(string Pointer, JsonNode Value, FormPlace Place, string Words) : Confidential
{
    /// <summary>The code of the form's field that says it, e.g. <c>C15</c>.</summary>
    public string Code { get; init; } = "";
}
