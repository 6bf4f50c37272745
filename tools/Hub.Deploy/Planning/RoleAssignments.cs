using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Deploy.Planning;

/// <summary>Role assignments in words.</summary>
internal static partial class RoleAssignments
{
    public const string Type = "Microsoft.Authorization/roleAssignments";

    /// <summary>infra/roles.json, the other way round: the names of roles by their ids.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } =
        JsonNode.Parse(File.ReadAllText(Repository.PathTo("infra", "roles.json")))!.AsObject()
            .ToDictionary(r => (string)r.Value!, r => r.Key);

    public static IReadOnlyList<PlannedRole> Of(IEnumerable<Resource> resources) =>
    [
        .. from assignment in resources
           where assignment.Type == Type
           group On(assignment) by (Who: Who(assignment), Role: Role(assignment), Why: Why(assignment)) into same
           select new PlannedRole(same.Key.Who, same.Key.Role, [.. same], same.Key.Why),
    ];

    /// <summary>The name of the resource whose identity an assignment is for.</summary>
    public static string Who(Resource assignment) =>
        Principal().Match(assignment.Text("properties/principalId") ?? "").Groups["name"].Value;

    /// <summary>The role, or its id where roles.json does not name it.</summary>
    public static string Role(Resource assignment)
    {
        var id = assignment.Text("properties/roleDefinitionId")?.Split('/')[^1] ?? "";
        return Names.GetValueOrDefault(id, id);
    }

    public static string Why(Resource assignment) => assignment.Text("properties/description") ?? "";

    /// <summary>What an assignment is on: kind and name.</summary>
    public static string On(Resource assignment) => string.Join('/', assignment.Scope.Split('/').TakeLast(2));

    // The identity of a resource, as only Azure will know it: reference('/subscriptions/…/name', …).principalId.
    [GeneratedRegex(@"reference\('[^']*/(?<name>[^'/]+)'.*\.principalId\]$")]
    private static partial Regex Principal();
}
