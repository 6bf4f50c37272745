using System.Text.Json.Nodes;

namespace Hub.Deploy.Planning;

/// <summary>What a deployment would create.</summary>
/// <param name="Size">Which set of sizes.json.</param>
/// <param name="Resources">The resources.</param>
/// <param name="Template">The template by which it creates them.</param>
internal sealed record Plan(string Size, IReadOnlyList<Resource> Resources, JsonObject Template)
{
    /// <summary>Who may do what.</summary>
    public IReadOnlyList<PlannedRole> Roles => RoleAssignments.Of(Resources);

    /// <summary>The names of the resources that answer from outside the network.</summary>
    public IEnumerable<string> Open => Resources.Where(IsOpen).Select(r => r.Name);

    public int Count(string type) => Resources.Count(r => r.Type == type);

    // Where logs and traces go answers from outside unless it is told not to.
    private static bool IsOpen(Resource resource) => resource.Type switch
    {
        "Microsoft.Insights/components" or "Microsoft.OperationalInsights/workspaces" =>
            resource.Text("properties/publicNetworkAccessForIngestion") != "Disabled"
            || resource.Text("properties/publicNetworkAccessForQuery") != "Disabled",
        _ => resource.Text("properties/publicNetworkAccess") == "Enabled",
    };
}

/// <summary>A role assignment, or several that differ only in what they are on.</summary>
/// <param name="Who">The name of the resource whose identity is given the role.</param>
/// <param name="Role">The role.</param>
/// <param name="On">What it may be used on.</param>
/// <param name="Why">What for.</param>
internal sealed record PlannedRole(string Who, string Role, IReadOnlyList<string> On, string Why);
