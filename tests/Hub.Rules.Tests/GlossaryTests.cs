using System.Text.RegularExpressions;

namespace Hub.Rules.Tests;

/// <summary>Words that docs/glossary.md has others for: no type and no folder is called by them.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string[] Retired =
    [
        "Answerer", "Asker", "Book", "Errand", "Fate", "Finder", "Judge", "Keeper", "Mend", "Roster", "Shelf", "Story", "Stories", "Teller",
        "FreshMail", "KeptMail", "PersonalLink",
    ];

    // In what ships; a test's builder may be a desk.
    private static readonly string[] RetiredInProduct = [.. Retired, "Desk"];

    [Theory]
    [InlineData("functions")]
    [InlineData("tools")]
    [InlineData("tests")]
    public void No_type_or_folder_bears_a_retired_word(string root)
    {
        var files = SourceFolders.FilesOf(Path.Combine(ArchitectureTests.Root, root));
        var names = files.SelectMany(f => Declaration().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Concat(files.SelectMany(f => Path.GetRelativePath(ArchitectureTests.Root, Path.GetDirectoryName(f)!).Split('/'))).Distinct();
        Assert.Empty(names.SelectMany(n => Found(n, root == "tests" ? Retired : RetiredInProduct)));
    }

    [Theory]
    [InlineData("NoticeDesk", "NoticeDesk: Desk")]
    [InlineData("MailStories", "MailStories: Stories")]
    [InlineData("KeptMailStore", "KeptMailStore: KeptMail")]
    public void A_retired_word_is_found(string name, string found) => Assert.Equal([found], Found(name, RetiredInProduct));

    [Theory]
    [InlineData("EditionWorkbook")]
    [InlineData("Desktop")]
    [InlineData("Bookmark")]
    public void A_word_that_only_begins_like_one_is_not(string name) => Assert.Empty(Found(name, RetiredInProduct));

    private static IEnumerable<string> Found(string name, string[] retired) =>
        retired.Where(r => Regex.IsMatch(name, $"(?<![A-Z]){r}(?![a-z])")).Select(r => $"{name}: {r}");

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|private|protected|static|sealed|abstract|readonly|partial|file) )*(?:class|interface|enum|record struct|record|struct) ([A-Z]\w*)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
