using System.Text;
using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Site;
using Hub.Register.Log;
using Microsoft.AspNetCore.Mvc;

namespace Hub.Functions.Tests.LawPages;

/// <summary>The pages of the library: what is found, what cannot be read, and what is not there.</summary>
public sealed class LibraryPageTests
{
    private readonly LibraryCase _library = new(
        LibraryCase.New(), LibraryCase.New("""{ "number": "7", "titleOriginal": "Loi sur l'extradition" }"""),
        LibraryCase.New("""{ "number": "8", "titleOriginal": "Withdrawn", "listed": false }"""));

    [Theory]
    [InlineData("?state=Nowhereland", "No State is called “Nowhereland”")]
    [InlineData("?state=Korea", "may be one of several States")]
    [InlineData("?article=99", "“99” is the number of no article there")]
    [InlineData("?instrument=UNTOC-FA&article=22", "“22” is the number of no article there")]
    [InlineData("?inForceOn=31.3.2025", "“31.3.2025” is no date")]
    [InlineData("?topic=X", "asks for “X”")]
    [InlineData("?region=999", "asks for “999”")]
    [InlineData("?q=!!!", "at least one letter or digit")]
    public async Task A_filter_that_cannot_be_read_is_said_in_words_and_nothing_is_listed(string query, string words)
    {
        var text = await LibraryCase.Text($"/laws{query}", _library.Finding.Show);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/laws/law-", text, StringComparison.Ordinal);
        var csv = await Served.By(PageSite.Get($"/laws/list.csv{query}"), _library.Finding.Save);
        Assert.Equal((303, $"/laws{query}"), (csv.Status, $"{csv.Headers.Location}"));
    }

    [Fact]
    public async Task What_is_asked_for_is_listed_and_what_is_not_wanted_in_the_library_is_nowhere()
    {
        Assert.Contains("Loi sur l'extradition", await LibraryCase.Text("/laws?q=extradition&state=Arvenia", _library.Finding.Show), StringComparison.Ordinal);
        Assert.DoesNotContain("entraide", await LibraryCase.Text("/laws?q=extradition", _library.Finding.Show), StringComparison.Ordinal);
        var csv = Assert.IsType<FileContentResult>(await _library.Finding.Save(PageSite.Get("/laws/list.csv?q=extradition")));
        Assert.Equal(2, Encoding.UTF8.GetString(csv.FileContents).TrimEnd().Split("\r\n").Length);
        foreach (var text in new[]
        {
            await LibraryCase.Text("/laws", _library.Finding.Show), await LibraryCase.Text("/laws/feed", r => _library.One.Feed(r, default)),
            await LibraryCase.Text("/laws/states/XAA", r => _library.Lists.State(r, "XAA")),
        })
        {
            Assert.Contains("Loi sur l'extradition", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Withdrawn", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Of_two_thousand_laws_each_page_is_light()
    {
        var library = new LibraryCase([.. Enumerable.Range(0, 2000).Select(i => LibraryCase.New($$"""{ "number": "2019-{{i}}" }"""))]);
        foreach (var served in new[]
        {
            await Served.By(PageSite.Get("/laws"), library.Finding.Show), await Served.By(PageSite.Get("/laws?page=80"), library.Finding.Show),
            await Served.By(PageSite.Get("/laws/states/XAA"), r => library.Lists.State(r, "XAA")),
        })
            Assert.InRange(served.Bytes.Length, 5_000, 100 * 1024);
    }

    [Theory]
    [InlineData("/laws/states", "Arvenia")]
    [InlineData("/laws/articles", "href=\"/laws/articles/UNTOC/18\"")]
    [InlineData("/laws/regions", "Western Africa")]
    public async Task There_are_lists_by_State_by_article_and_by_region(string path, string words) => Assert.Contains(
        words, await LibraryCase.Text(path, path.EndsWith("states", StringComparison.Ordinal) ? _library.Lists.States
            : path.EndsWith("articles", StringComparison.Ordinal) ? _library.Lists.ArticleList : _library.Lists.Regions), StringComparison.Ordinal);

    [Fact]
    public async Task An_article_says_who_carries_it_out()
    {
        var text = await LibraryCase.Text("/laws/articles/UNTOC/18", r => _library.Lists.Article(r, "UNTOC", "18"));
        Assert.Contains("href=\"/laws/states/XAA\"><bdi>Arvenia</bdi></a>", text, StringComparison.Ordinal);
        Assert.Contains("(2)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_law_shows_its_versions_and_an_old_one_says_so()
    {
        var law = _library.Register.Now.Laws.Values.Single(l => l.Number == "7");
        _library.Register.Change(new Change.PublishLaw(law.LawId, law with { Number = "7 bis" }));
        Assert.Contains("7 bis", await LibraryCase.Text($"/laws/{law.LawId}", r => _library.One.Show(r, law.LawId, default)), StringComparison.Ordinal);
        var old = await LibraryCase.Text($"/laws/{law.LawId}?version=1", r => _library.One.Show(r, law.LawId, default));
        Assert.DoesNotContain("7 bis", old, StringComparison.Ordinal);
        Assert.Contains("This is version", old, StringComparison.Ordinal);
        Assert.Equal(404, await Status($"/laws/{law.LawId}?version=9", law.LawId));
        Assert.Equal(404, await Status($"/laws/{law.LawId}?version=x", law.LawId));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_a_code_in_small_letters_leads_on()
    {
        Assert.Equal(404, await Status("/laws/law-none", "law-none"));
        var hidden = _library.Register.Now.Laws.Values.Single(l => !l.Listed).LawId;
        Assert.Equal(404, await Status($"/laws/{hidden}", hidden));
        Assert.Equal(404, await LibraryCase.Status(() => _library.Lists.State(PageSite.Get("/laws/states/QQQ"), "QQQ")));
        Assert.Equal(404, await LibraryCase.Status(() => _library.Lists.Article(PageSite.Get("/laws/articles/UNTOC/99"), "UNTOC", "99")));
        Assert.Equal(404, await LibraryCase.Status(() => _library.Lists.Article(PageSite.Get("/laws/articles/X/1"), "X", "1")));
        var moved = Assert.IsType<RedirectResult>(await _library.Lists.State(PageSite.Get("/laws/states/xaa"), "xaa"));
        Assert.Equal(("/laws/states/XAA", true), (moved.Url, moved.Permanent));
        moved = Assert.IsType<RedirectResult>(await _library.Lists.Article(PageSite.Get("/laws/articles/untoc/18"), "untoc", "18"));
        Assert.Equal("/laws/articles/UNTOC/18", moved.Url);
    }

    [Fact]
    public async Task A_page_that_a_browser_has_is_not_sent_again_and_HEAD_has_no_body()
    {
        var first = await Served.By(PageSite.Get("/laws"), _library.Finding.Show);
        var again = PageSite.Get("/laws");
        again.Headers.IfNoneMatch = first.Headers.ETag;
        Assert.Equal(304, (await Served.By(again, _library.Finding.Show)).Status);
        var head = PageSite.Get("/laws");
        head.Method = "HEAD";
        var served = await Served.By(head, _library.Finding.Show);
        Assert.Equal((200, 0), (served.Status, served.Bytes.Length));
        Assert.Equal("application/atom+xml; charset=utf-8", (await Served.By(PageSite.Get("/laws/feed"), r => _library.One.Feed(r, default))).Headers.ContentType.ToString());
    }

    private Task<int> Status(string path, string id) => LibraryCase.Status(() => _library.One.Show(PageSite.Get(path), id, default));
}
