using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.Functions.Tests.Guards;

/// <summary>Where documents say that something is, it is.</summary>
public sealed partial class PathsInDocumentsTests
{
    [Fact]
    public void Every_folder_with_functions_is_named_in_the_README_beside_them_and_no_other()
    {
        var project = Repository.PathTo("functions", "Hub.Functions");
        var table = File.ReadAllText(Path.Combine(project, "README.md")).Split("| folder | functions for |")[1].Split("\n\n")[0];
        var named = table.Split('\n').SelectMany(row => Name().Matches(row.Split('|').ElementAtOrDefault(1) ?? ""))
            .Select(m => m.Groups[1].Value);
        var folders = System.IO.Directory.GetDirectories(project).Where(HasFunctions).Select(folder => Path.GetFileName(folder)!);
        Assert.Equal(folders.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_path_that_says_how_to_add_something_leads_somewhere()
    {
        var page = File.ReadAllText(Repository.PathTo("docs", "adding.md"));
        var paths = Place().Matches(page).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(paths.Count > 20);
        Assert.DoesNotContain(paths, p => !Leads(Repository.PathTo("functions", p)));
    }

    // A folder, a file, or a type by its file.
    private static bool Leads(string path) => System.IO.Directory.Exists(path) || File.Exists(path) || File.Exists($"{path}.cs")
        || path.EndsWith("SECTION", StringComparison.Ordinal) || path.Contains("SECTION.", StringComparison.Ordinal);

    private static bool HasFunctions(string folder) => Path.GetFileName(folder) is not ("bin" or "obj")
        && System.IO.Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Any(f => File.ReadAllText(f).Contains("[Function(", StringComparison.Ordinal));

    [GeneratedRegex("`(\\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"`(Hub\.[A-Z]\w+(?!\.Tests)/[^`\s]+)`")]
    private static partial Regex Place();
}
