namespace Hub.Deploy.Planning;

/// <summary>What a deployment would create.</summary>
/// <param name="Size">Which set of sizes.json.</param>
/// <param name="Modules">The resources.</param>
/// <param name="Roles">Who may do what.</param>
/// <param name="Open">The names of resources that answer from outside the network.</param>
internal sealed record Plan(string Size, IReadOnlyList<PlannedModule> Modules, IReadOnlyList<PlannedRole> Roles, IReadOnlyList<string> Open)
{
    public int Count(string type) => Modules.SelectMany(m => m.Resources).Where(r => r.Type == type).Sum(r => r.Names.Count);
}

/// <summary>A module: its file, what it says of itself, and its resources.</summary>
internal sealed record PlannedModule(string File, string Description, IReadOnlyList<PlannedResources> Resources);

/// <summary>Resources of one declaration: their type and names.</summary>
internal sealed record PlannedResources(string Type, IReadOnlyList<string> Names);

/// <summary>A role assignment, or several that differ only in what they are on.</summary>
/// <param name="Who">The name of the resource whose identity is given the role.</param>
/// <param name="Role">The role.</param>
/// <param name="On">The names of what it may be used on.</param>
/// <param name="Why">What for.</param>
internal sealed record PlannedRole(string Who, string Role, IReadOnlyList<string> On, string Why);
