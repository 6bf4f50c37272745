using System.Text.RegularExpressions;
using Hub.LocalProcesses;

namespace Hub.EndToEnd.Tests.Console;

/// <summary>docs/stories.md tells what tests play: no story is told that no test plays, and none is left out.</summary>
public sealed partial class HandbookTextTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "stories.md"));

    private static readonly IReadOnlyList<(string Class, string Name)> Played =
    [
        .. from type in typeof(HandbookTextTests).Assembly.GetTypes()
           where type.Namespace == typeof(HandbookTextTests).Namespace
           from method in type.GetMethods()
           where method.IsDefined(typeof(FactAttribute), false)
           select (type.Name, method.Name),
    ];

    [Fact]
    public void Every_story_names_a_test_that_plays_it()
    {
        var told = Told().Matches(Page).Select(m => m.Groups[1].Value).ToList();
        Assert.True(told.Count >= 10, $"{told.Count} stories");
        Assert.All(told, name => Assert.Contains(
            Played, p => p.Class == name || p.Name.StartsWith(name, StringComparison.Ordinal)
                || $"{p.Class}.{p.Name}".StartsWith(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_story_of_notices_and_mails_is_told_and_every_class_of_stories_is_named()
    {
        var told = Told().Matches(Page).Select(m => m.Groups[1].Value.Split('.')[^1]).ToList();
        var stories = Played.Where(p => p.Class is nameof(MailPageTests) or nameof(NoticePageTests)).Select(p => p.Name)
            .Where(name => name != nameof(NoticePageTests.An_editor_sees_a_notice_and_decides_nothing));
        Assert.All(stories, name => Assert.Contains(told, t => name.StartsWith(t, StringComparison.Ordinal)));
        Assert.All(
            [nameof(RecordPageTests), nameof(EditionPeopleTests), nameof(AdministratorTests)],
            name => Assert.Contains($"(`{name}`)", Page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_of_it_is_one_of_the_handbook_s()
    {
        var handbook = File.ReadAllText(Repository.PathTo("docs", "secretariat.md"));
        Assert.All(Picture().Matches(Page), m => Assert.Contains(m.Value, handbook, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\(`([\w.]+?)(?:…)?`\)")]
    private static partial Regex Told();

    [GeneratedRegex(@"\(pictures/[a-z]+\.png\)")]
    private static partial Regex Picture();
}
