namespace Hub.Deploy.Planning;

/// <summary>Resources of one type, and what is in them and on them; those that look the same stand together.</summary>
internal sealed record ResourceTree(string Type, IReadOnlyList<string> Names, IReadOnlyList<ResourceTree> Children)
{
    private const string Company = "Microsoft.";

    public static IEnumerable<ResourceTree> Of(IEnumerable<Resource> resources)
    {
        var shown = resources.Where(r => r.Type != RoleAssignments.Type).ToList();
        return Under("", [.. shown.Where(r => !shown.Any(other => IsIn(r, other)))], shown);
    }

    // Nothing between one and the other: what is deeper is its child's.
    private static IEnumerable<ResourceTree> Under(string type, IReadOnlyList<Resource> roots, IReadOnlyList<Resource> all) =>
        from root in roots
        let within = all.Where(r => IsIn(r, root)).ToList()
        let children = Under(root.Type, [.. within.Where(r => !within.Any(other => IsIn(r, other)))], within).ToList()
        group (root, children) by (root.Type, Shape: string.Join('\n', children)) into same
        select new ResourceTree(Short(same.Key.Type, type), [.. same.Select(s => Name(s.root))], same.First().children);

    private static bool IsIn(Resource inner, Resource outer) => inner.Id.StartsWith(outer.Id + "/", StringComparison.Ordinal)
        && !outer.Type.EndsWith("/resourceGroups", StringComparison.Ordinal);

    private static string Short(string type, string parent) =>
        type.StartsWith(parent + "/", StringComparison.Ordinal) ? type[(parent.Length + 1)..] : type[Company.Length..];

    private static string Name(Resource resource) =>
        resource.Condition is { } condition ? $"{resource.ShortName} (if {condition})" : resource.ShortName;

    public override string ToString() => $"{Type}: {string.Join(", ", Names)} ({string.Join("; ", Children)})";
}
