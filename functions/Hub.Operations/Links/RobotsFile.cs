namespace Hub.Operations.Links;

/// <summary>What a site's robots.txt lets programs see (RFC 9309): the group of every program, or the hub's own.</summary>
public static class RobotsFile
{
    /// <summary>The name by which a site may speak to the hub.</summary>
    public const string Agent = "directoryhub";

    /// <summary>Whether a path may be looked at: the longest rule that fits decides, and of two as long the one that allows.</summary>
    public static bool Allows(string robots, string path)
    {
        ArgumentNullException.ThrowIfNull(robots);
        var groups = Groups(robots);
        var rules = groups.GetValueOrDefault(Agent) ?? groups.GetValueOrDefault("*") ?? [];
        return rules.Where(r => Fits(r.Path, path)).OrderByDescending(r => r.Path.Length).ThenByDescending(r => r.Allowed)
            .Select(r => (bool?)r.Allowed).FirstOrDefault() ?? true;
    }

    private static Dictionary<string, List<(string Path, bool Allowed)>> Groups(string robots)
    {
        var groups = new Dictionary<string, List<(string, bool)>>(StringComparer.OrdinalIgnoreCase);
        var (agents, isNaming) = (new List<string>(), false);
        foreach (var (field, value) in robots.Split('\n').Select(Line))
        {
            var names = field.Equals("user-agent", StringComparison.OrdinalIgnoreCase);
            if (names && !isNaming)
                agents.Clear();
            if (names)
                agents.Add(value);
            else if (value.Length > 0 && Allowed(field) is { } allowed)
                foreach (var agent in agents)
                    Rules(groups, agent).Add((value, allowed));
            if (field.Length > 0)
                isNaming = names;
        }
        return groups;
    }

    private static List<(string, bool)> Rules(Dictionary<string, List<(string, bool)>> groups, string agent) =>
        groups.TryGetValue(agent, out var rules) ? rules : groups[agent] = [];

    private static bool? Allowed(string field) => field.ToUpperInvariant() switch { "ALLOW" => true, "DISALLOW" => false, _ => null };

    private static (string Field, string Value) Line(string line)
    {
        var bare = line.Split('#')[0];
        return bare.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (bare[..at].Trim(), bare[(at + 1)..].Trim()) : ("", "");
    }

    // * stands for anything, $ for the end.
    private static bool Fits(string rule, string path)
    {
        var isWhole = rule.EndsWith('$');
        var parts = (isWhole ? rule[..^1] : rule).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var next = path.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0)
                return false;
            at = next + part.Length;
        }
        return !isWhole || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
