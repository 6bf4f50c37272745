using Hub.LocalProcesses;

namespace Hub.Infra.Tests;

/// <summary>The code of the functions, as text.</summary>
internal static class Sources
{
    private static readonly string[] Built = ["bin", "obj"];

    /// <summary>Everything that is deployed.</summary>
    public static IReadOnlyList<string> All { get; } = [.. In("functions")];

    /// <summary>The function app alone.</summary>
    public static IReadOnlyList<string> Functions { get; } = [.. In("functions", "Hub.Functions")];

    private static IEnumerable<string> In(params string[] folder) => Directory
        .EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(Built).Any()).Select(File.ReadAllText);
}
