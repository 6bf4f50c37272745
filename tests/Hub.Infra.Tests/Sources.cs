using Hub.Testing;

namespace Hub.Infra.Tests;

/// <summary>The code of the functions, as text.</summary>
internal static class Sources
{
    private static readonly string[] Built = ["bin", "obj"];

    public static IEnumerable<string> Functions { get; } = [.. Directory
        .EnumerateFiles(Repository.PathTo("functions", "Hub.Functions"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Intersect(Built).Any()).Select(File.ReadAllText)];
}
