using System.Text.RegularExpressions;

namespace Hub.Rules.Tests;

/// <summary>The three walks of docs/architecture.md: short, and really the way.</summary>
public sealed partial class WalkTests
{
    [Theory]
    [InlineData("A notice by API", 18)]
    [InlineData("A mail", 20)]
    [InlineData("An edition", 14)]
    public void A_walk_passes_few_files_and_each_is_named_in_one_before_it(string walk, int most)
    {
        var files = Files(walk).ToList();
        Assert.InRange(files.Count, 5, most);
        Assert.All(files, file => Assert.True(File.Exists(file), $"{file} is not there"));
        Assert.All(files.Skip(1).Index(), next => Assert.True(
            IsFunction(next.Item) || files.Take(next.Index + 1).Any(before => Names(next.Item).Any(n => IsNamed(n, before))),
            $"{Path.GetFileName(next.Item)} is named in no file before it, and is no function that a queue or a request begins"));
    }

    [Fact]
    public void A_file_that_nothing_leads_to_is_found() => Assert.DoesNotContain(
        Names(Source("Hub.Register/Contacts/TelephoneNumbers")), name => Files("An edition").Any(file => IsNamed(name, file)));

    // A name without a folder is in that of the one before it.
    private static IEnumerable<string> Files(string walk)
    {
        var page = File.ReadAllText(Path.Combine(ArchitectureTests.Root, "docs", "architecture.md"));
        var folder = "";
        foreach (Match name in Quoted().Matches(page.Split("\n\n").Single(p => p.StartsWith($"**{walk},", StringComparison.Ordinal))))
        {
            var path = name.Groups[1].Value;
            folder = path.Contains('/', StringComparison.Ordinal) ? path[..path.LastIndexOf('/')] : folder;
            yield return Source($"{folder}/{path.Split('/')[^1]}");
        }
    }

    private static string Source(string path) => Path.Combine(ArchitectureTests.Root, "functions", $"{path}.cs");

    private static bool IsFunction(string file) => File.ReadAllText(file).Contains("[Function(", StringComparison.Ordinal);

    private static bool IsNamed(string name, string file) => Regex.IsMatch(File.ReadAllText(file), $@"\b{name}\b");

    // Its types, and what they stand for.
    private static IEnumerable<string> Names(string file) => Declared().Matches(File.ReadAllText(file))
        .SelectMany(m => Interface().Matches(m.Groups["bases"].Value).Select(i => i.Value).Prepend(m.Groups["name"].Value));

    [GeneratedRegex("`([A-Za-z./]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"^(?:public|internal) (?:sealed |static |abstract |partial )*(?:class|record) (?<name>\w+)(?:\([^{;]*?\))?(?<bases>\s*:[^{;]*)?",
        RegexOptions.Multiline)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\bI[A-Z]\w+")]
    private static partial Regex Interface();
}
