using System.Text.RegularExpressions;

namespace Hub.Rules.Tests;

/// <summary>What a person can take in at a glance: folders of a few files, short files, and lines that an editor shows whole.</summary>
public sealed partial class SizeTests
{
    private const int MostFilesOfAFolder = 16;

    private const int LinesOfHalf = 60;
    private const int LinesOfNineInTen = 130;

    // As .editorconfig says.
    private const int MostColumns = 140;

    [Theory]
    [InlineData("functions")]
    [InlineData("tools")]
    [InlineData("tests")]
    public void No_folder_holds_more_source_files_than_a_page_shows(string root) =>
        Assert.Equal("", string.Join('\n',
            from file in Files(root, "*.cs").Concat(Files(root, "*.razor"))
            where Path.GetFileName(file) != "_Imports.razor"
            group file by Path.GetDirectoryName(file) into folder
            where folder.Count() > MostFilesOfAFolder
            select $"{Path.GetRelativePath(ArchitectureTests.Root, folder.Key!)} holds {folder.Count()}; put what belongs together in folders"
        ));

    [Theory]
    [InlineData("functions", "tools", "tests")]
    [InlineData("tests")]
    public void Half_of_the_files_and_nine_of_ten_are_short(params string[] roots)
    {
        var files = roots.SelectMany(root => Files(root, "*.cs")).Select(f => (Lines: File.ReadLines(f).Count(), Path: f)).Order().ToList();
        Assert.InRange(files[files.Count / 2].Lines, 1, LinesOfHalf);
        Assert.Equal("", string.Join('\n',
            from file in files.Take((files.Count * 9 / 10) + 1).SkipWhile(f => f.Lines <= LinesOfNineInTen)
            select $"{Path.GetRelativePath(ArchitectureTests.Root, file.Path)} has {file.Lines} lines and is among the shorter nine tenths; "
                + "split it, or a longer one, by what its parts are about"));
    }

    [Theory]
    [InlineData("functions")]
    [InlineData("tools")]
    [InlineData("tests")]
    public void No_line_of_code_is_longer_than_an_editor_shows(string root) =>
        Assert.Equal("", string.Join('\n',
            from file in Files(root, "*.cs")
            from line in LongLines(File.ReadAllText(file))
            select $"{Path.GetRelativePath(ArchitectureTests.Root, file)}:{line} has over {MostColumns} columns"));

    [Fact]
    public void A_long_line_is_found_and_a_long_text_is_left_alone()
    {
        var code = $"var a = {new string('b', MostColumns)};";
        var text = $"var a = \"{new string('b', MostColumns)}\";";
        Assert.Equal([1, 5], LongLines($"{code}\nvar a = \"\"\"\n{code}\n\"\"\";\n{code}\n{text}"));
    }

    // A text is as long as it is: breaking it would change it or hide it from a search.
    private static IEnumerable<int> LongLines(string code)
    {
        var text = false;
        foreach (var (number, line) in code.Split('\n').Index())
        {
            if (!text && line.Length > MostColumns && !line.Contains('"'))
                yield return number + 1;
            text ^= RawText().Count(line) % 2 == 1;
        }
    }

    private static IEnumerable<string> Files(string root, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, root), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawText();
}
