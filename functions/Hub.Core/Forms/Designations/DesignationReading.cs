using System.Text.Json.Nodes;
using Hub.Core.Json;
using Hub.Core.States;

namespace Hub.Core.Forms.Designations;

/// <summary>A value that was read somewhere: a proposal, which a person looks at before it changes anything.</summary>
/// <param name="Pointer">Where it goes in the notice: a JSON pointer (RFC 6901).</param>
/// <param name="Value">The value.</param>
/// <param name="Place">Where it was read.</param>
/// <param name="Words">What stands there, in its own words.</param>
public sealed record Proposal(string Pointer, JsonNode Value, FormPlace Place, string Words) : Confidential
{
    /// <summary>The code of the form's field that says it, e.g. <c>C15</c>.</summary>
    public string Code { get; init; } = "";
}

/// <summary>What was read in a filled designation form.</summary>
/// <param name="IsForm">Whether it is one: it says so, or most of what it holds are the form's fields.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Proposals">What it says, value by value.</param>
/// <param name="Problems">
/// What in it could not be understood, each with its place in its arguments; the field is left to who knows the file.
/// </param>
/// <param name="Notice">The same values as the notice that <c>POST /api/notices</c> takes.</param>
public sealed record DesignationReading(
    bool IsForm, Language Language, IReadOnlyList<Proposal> Proposals, IReadOnlyList<Problem> Problems, JsonObject Notice) : Confidential
{
    /// <summary>Nothing: the file is no form.</summary>
    public static DesignationReading None => new(false, Language.English, [], [], []);
}
