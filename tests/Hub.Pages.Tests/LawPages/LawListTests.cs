using System.Reflection;
using System.Text;
using Hub.Pages.Console.Lists;
using Hub.Pages.Laws;
using Hub.Pages.Laws.Frame;
using Hub.Pages.Laws.Lists;
using Hub.Pages.Site;
using Hub.Pages.Texts;
using Hub.Register.Json;
using Hub.Register.Laws;
using Hub.Register.Records;
using Hub.Register.States;
using Microsoft.AspNetCore.Components;

namespace Hub.Pages.Tests.LawPages;

/// <summary>The lists of the library: what was asked for stays in the form, a page is never heavy, and nothing confidential is in reach.</summary>
public sealed class LawListTests
{
    private const int MostBytes = 100 * 1024;

    public static TheoryData<Language> Languages => [.. Enum.GetValues<Language>()];

    [Theory, MemberData(nameof(Languages))]
    public void Every_list_is_written_in_each_language(Language language)
    {
        var visit = LawCase.Visit(language);
        StateLaws[] states = [new(new("SEN"), "Senegal", 2)];
        string[] pages =
        [
            LawsHtml.Find(visit, LawCase.Found([LawCase.Law])), LawsHtml.Find(visit, LawCase.Found([])),
            LawsHtml.Find(visit, LawCase.Found([], new(new LawQuery { Topic = LawTopic.Mla }))), LawsHtml.States(visit, states),
            LawsHtml.State(visit, State([LawCase.Law])), LawsHtml.State(visit, State([])),
            LawsHtml.Articles(visit, [new(Instrument.Untoc, "18", 1), new(Instrument.Uncac, "46", 2)]),
            LawsHtml.Article(visit, new(Instrument.Untoc, "18", [("011", states), (null, states)], states, states, states)),
            LawsHtml.Article(visit, new(Instrument.Untoc, "18", [], [], [], [])), LawsHtml.Regions(visit, [new("011", 1, 16, 3), new("015", 0, 6, 0)]),
        ];
        Assert.All(pages, html => Assert.DoesNotContain("{0}", html, StringComparison.Ordinal));
        Assert.All(pages, html => Assert.DoesNotContain("<script", html, StringComparison.Ordinal));
        Assert.All(pages, html => Assert.Equal(2, html.Split("<h1").Length));
        Assert.All(pages, html => Assert.Contains(
            "<link rel=\"alternate\" type=\"application/atom&#x2B;xml\" href=\"/laws/feed\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_of_the_longest_titles_in_the_widest_letters_is_not_heavy()
    {
        var law = LawCase.Law with
        {
            TitleOriginal = new string('法', 1000), Titles = null, Number = new string('号', 60),
            Provisions = [.. Enumerable.Range(1, 40).Select(i => new Provision($"{i}", [new(Instrument.Untoc, $"{i}"), new(Instrument.Uncac, $"{i}")]))],
        };
        foreach (var language in new[] { Language.Russian, Language.Arabic })
            Assert.InRange(
                Encoding.UTF8.GetByteCount(LawsHtml.Find(LawCase.Visit(language), LawCase.Found([.. Enumerable.Repeat(law, 2000)]))),
                20_000, MostBytes);
    }

    [Fact]
    public void What_was_asked_for_stays_in_the_form_and_in_the_links_of_the_list()
    {
        var filter = new LawFilter(new() { State = new("SEN"), Instrument = Instrument.Untoc, Article = "18", InForceOn = new(2025, 3, 31), Text = "loi & co" })
        {
            State = "Senegal", Article = "18", Words = "loi & co", Day = "2025-03-31",
        };
        Assert.Equal("/laws?state=SEN&instrument=UNTOC&article=18&q=loi%20%26%20co&inForceOn=2025-03-31", filter.Address);
        var html = LawsHtml.Find(LawCase.Visit(), LawCase.Found([.. Enumerable.Repeat(LawCase.Law, 60)], filter));
        foreach (var part in new[]
        {
            "value=\"Senegal\"", "<option value=\"UNTOC\" selected", "value=\"loi &amp; co\"", "value=\"2025-03-31\"",
            "href=\"/laws?state=SEN&amp;instrument=UNTOC&amp;article=18&amp;q=loi%20%26%20co&amp;inForceOn=2025-03-31&amp;page=2\"",
            "href=\"/laws/list.csv?state=SEN&amp;instrument=UNTOC&amp;article=18",
        })
            Assert.Contains(part, html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Newest<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_said_at_its_field_and_nothing_is_listed()
    {
        var found = LawCase.Found([LawCase.Law]) with { Problems = [new("article", "“99” is the number of no article there.")] };
        var html = LawsHtml.Find(LawCase.Visit(), found);
        Assert.Contains("<a href=\"#article\">“99” is the number of no article there.</a>", html, StringComparison.Ordinal);
        Assert.Contains("id=\"article-error\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/laws/law-1", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_for_programs_runs_no_formula_and_names_articles_by_their_codes()
    {
        var csv = Encoding.UTF8.GetString(LawsCsv.Write([new(LawCase.Law with { TitleOriginal = "=HYPERLINK(\"x\")" }, "Arvenia")], Language.English));
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"UNTOC 18\nUNTOC-FA 6\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"2019-03-14\",\"2019-06-01\",\"2023-01-02\",\"\"", csv, StringComparison.Ordinal);
        var lines = csv.TrimEnd().Split("\r\n");
        Assert.Equal(lines[0].Split("\",\"").Length, lines[1].Split("\",\"").Length);
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_title_is_the_one_that_the_law_itself_would_give(Language language)
    {
        var title = LawTitle.Of(LawCase.Law, language);
        Assert.Equal((LawCase.Law.Title(language), title.Text == LawCase.Law.TitleOriginal), (title.Text, title.IsOriginal));
        var longest = new LawTitle(string.Concat(Enumerable.Repeat("😀", 500)), "en", true).Short().Text;
        Assert.Equal("…", longest[^1..]);
        Assert.All(longest.EnumerateRunes(), r => Assert.NotEqual(Rune.ReplacementChar, r));
    }

    // By construction, as for the directory: what a component can be given leads to nothing confidential.
    [Fact]
    public void What_the_pages_are_made_of_leads_to_nothing_confidential()
    {
        var components = typeof(LawsHtml).Assembly.GetTypes().Where(t => t.IsAssignableTo(typeof(IComponent))
            && t.Namespace?.StartsWith("Hub.Pages.Laws", StringComparison.Ordinal) == true).ToList();
        Assert.True(components.Count > 12);
        // What an address of a list says, and what is wrong with it, is the reader's own.
        Type[] own = [typeof(Visit), typeof(PageRange), typeof(Hub.Pages.Console.Fields.FieldProblem), typeof(Phrase)];
        Assert.All(
            components.SelectMany(c => c.GetProperties().Where(p => p.GetCustomAttribute<ParameterAttribute>() is not null)),
            p => Assert.DoesNotContain(Reachable(p.PropertyType, [.. own]), t => t.IsAssignableTo(typeof(Confidential)) && !own.Contains(t)));
    }

    private static LawsOfState State(IReadOnlyList<Law> laws)
    {
        var (range, page) = PageRange.Of(laws, 1, 25, "/laws/states/XAA");
        return new(new("XAA"), "Arvenia", range, [.. page.Select(l => new ListedLaw(l, "Arvenia"))],
            [new(new(Instrument.Untoc, "16"), true), new(new(Instrument.Uncac, "44"), false)]);
    }

    private static HashSet<Type> Reachable(Type type, HashSet<Type> seen)
    {
        if (type.IsGenericType || type.IsArray)
            foreach (var part in type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments())
                Reachable(part, seen);
        if (type.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true && !type.IsEnum && type != typeof(Labels) && seen.Add(type))
            foreach (var property in type.GetProperties())
                Reachable(property.PropertyType, seen);
        return seen;
    }
}
