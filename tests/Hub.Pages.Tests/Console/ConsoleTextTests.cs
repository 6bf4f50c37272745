using System.Collections;
using System.Globalization;
using System.Resources;
using Hub.Pages.Texts;
using Hub.Register.States;

namespace Hub.Pages.Tests.Console;

/// <summary>The words of the Secretariat's and the partners' pages: in both languages, with the same places to fill, and once.</summary>
public sealed partial class ConsoleTextTests
{
    private static readonly IReadOnlyList<(string Table, string Key, string Text, string? French)> All =
    [
        .. from name in typeof(Labels).Assembly.GetManifestResourceNames()
           where name.StartsWith("Hub.Pages.Console.Texts.", StringComparison.Ordinal)
               || name.StartsWith("Hub.Pages.Portal.Texts.", StringComparison.Ordinal)
           let table = name[..^".resources".Length]
           let texts = new ResourceManager(table, typeof(Labels).Assembly)
           let french = texts.GetResourceSet(CultureInfo.GetCultureInfo("fr"), true, false)!
           from entry in texts.GetResourceSet(CultureInfo.InvariantCulture, true, true)!.Cast<DictionaryEntry>()
           select (table, (string)entry.Key, (string)entry.Value!, french.GetString((string)entry.Key)),
    ];

    [Fact]
    public void Each_is_there_in_English_and_in_French_with_the_same_places_to_fill() => Assert.All(All, t =>
    {
        Assert.False(string.IsNullOrWhiteSpace(t.French), t.Key);
        Assert.Equal(Places(t.Text), Places(t.French!));
    });

    // The directory's own words, and the apostrophe of print; the command and the address of a hub on one's own machine are as they are.
    [Fact]
    public void French_says_one_thing_with_one_word() => Assert.All(All, t => Assert.DoesNotMatch(
        @"\p{L}'\p{L}|\b[Nn]otices?\b(?!@)|\b[Cc]ourriers?\b|\b[Aa]nalyseurs?\b|(?<!\./|@)\b[Hh]ub\b", t.French!));

    [Fact]
    public void None_is_in_two_tables_of_which_the_first_would_win() => Assert.Empty(
        All.GroupBy(t => t.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(t => t.Table))}"));

    /// <summary>"1 notices" is read every day. What is counted has a form for one, or the number stands apart.</summary>
    [Fact]
    public void What_is_counted_has_a_form_for_one() => Assert.Empty(
        from t in All
        // Reasons are known by their English texts, which are noted elsewhere.
        where !t.Key.StartsWith("Reason.", StringComparison.Ordinal)
        where Counted().Match(t.Text) is { Success: true } found && !Verbs.Contains(found.Groups[1].Value)
        where All.All(o => o.Key != $"{t.Key}.One")
        select $"{t.Key}: {t.Text}");

    [Fact]
    public void Of_one_the_form_for_one_is_taken() => Assert.Equal(
        ("notice to review", "notices to review", "notification à examiner"),
        (new Labels(Language.English).Counted("Today.Review", 1), new Labels(Language.English).Counted("Today.Review", 2),
            new Labels(Language.French).Counted("Today.Review", 1)));

    [Fact]
    public void Every_table_is_one_that_the_pages_read() => Assert.All(
        All.DistinctBy(t => t.Table), t => Assert.Equal(t.Text, new Labels(Language.English)[t.Key]));

    private static readonly HashSet<string> Verbs = ["as", "asks", "changes", "ends", "has", "is", "sends", "was", "waits", "works"];

    [System.Text.RegularExpressions.GeneratedRegex(@"\{\d\} (?!(?:of|and|to|in)\b)([a-z]+s)\b")]
    private static partial System.Text.RegularExpressions.Regex Counted();

    private static IEnumerable<char> Places(string text) =>
        text.Where((c, i) => char.IsAsciiDigit(c) && i > 0 && text[i - 1] == '{').Distinct().Order();
}
