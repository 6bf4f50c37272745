using System.Text.Json.Nodes;
using Hub.Register.Problems;

namespace Hub.Notices;

/// <summary>Problems that are found when a notice comes in, besides those of its form.</summary>
public static class IntakeProblems
{
    /// <summary>The field that names the notice which it amends.</summary>
    public const string AmendsField = "/amends";

    /// <summary>Whether a problem was found when the notice came in, and cannot be found again by reading its form.</summary>
    public static bool Includes(Problem problem) =>
        problem.Code is ProblemCode.V17 or ProblemCode.V18 || problem.IsAt(NoticeFile.Field) || problem.IsAt(MailSource.Field)
            || (problem.IsAt(AmendsField) && problem.Code == ProblemCode.F06);

    /// <summary>The place in the form that a problem is about, wherever it was found; what it says where it is about none.</summary>
    public static string PlaceOf(string field) => field.Split('/') switch
    {
        ["", "files", _, _, ..] parts => $"/{string.Join('/', parts[3..])}",
        ["", "mail", _, ..] parts => $"/{string.Join('/', parts[2..])}",
        _ => field,
    };

    /// <summary>Whether a question is answered: something else stands now where it is about.</summary>
    public static bool IsSettled(Problem problem, JsonObject before, JsonObject after) => PlaceOf(problem.Field) is var place
        && place != problem.Field && !JsonNode.DeepEquals(At(before, place), At(after, place));

    /// <summary>What stands at a place (RFC 6901); null where there is nothing.</summary>
    public static JsonNode? At(JsonNode? node, string pointer) => pointer.Split('/').Skip(1).Aggregate(node, (at, name) => at switch
    {
        JsonObject members => members[name],
        JsonArray items when int.TryParse(name, out var i) && i < items.Count => items[i],
        _ => null,
    });
}
