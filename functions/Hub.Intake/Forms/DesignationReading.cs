using System.Text.Json.Nodes;
using Hub.Notices;
using Hub.Register.Json;
using Hub.Register.Problems;
using Hub.Register.States;

namespace Hub.Intake.Forms;

/// <summary>What was read in a filled designation form.</summary>
/// <param name="IsForm">Whether it is one: it says so, or most of what it holds are the form's fields.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Proposals">What it says, value by value.</param>
/// <param name="Problems">
/// What in it could not be understood, each with the place in the notice that it would fill, where that is known, and its own place in the
/// file among its arguments.
/// </param>
/// <param name="Notice">The same values as the notice that <c>POST /api/notices</c> takes.</param>
public sealed record DesignationReading(
    bool IsForm,
    Language Language,
    IReadOnlyList<FormProposal> Proposals,
    IReadOnlyList<Problem> Problems,
    JsonObject Notice
) : Confidential
{
    /// <summary>Nothing: the file is no form.</summary>
    public static DesignationReading None => new(false, Language.English, [], [], []);
}
