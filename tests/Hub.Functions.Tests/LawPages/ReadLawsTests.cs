using Hub.Functions.Tests.Documents;
using Hub.Functions.Tests.Requests;
using Hub.Register.Log;
using Hub.Rules.Tests.Builders;

namespace Hub.Functions.Tests.LawPages;

/// <summary>The library by the API: filters that are refused by name, pages, versions, and the whole of it for use without a connection.</summary>
public sealed class ReadLawsTests
{
    private readonly LibraryCase _library = new(
        LibraryCase.New(), LibraryCase.New("""{ "number": "7", "titleOriginal": "Loi sur l'extradition" }"""),
        LibraryCase.New("""{ "number": "8", "listed": false }"""));

    [Theory]
    [InlineData("?state=QQQ", "state")]
    [InlineData("?instrument=X", "instrument")]
    [InlineData("?article=99", "article")]
    [InlineData("?paragraph=x", "paragraph")]
    [InlineData("?topic=X", "topic")]
    [InlineData("?crimeType=X", "crimeType")]
    [InlineData("?type=X", "type")]
    [InlineData("?region=1", "region")]
    [InlineData("?text=!!!", "text")]
    [InlineData("?inForceOn=31.3.2025", "inForceOn")]
    [InlineData("?after=law-none", "after")]
    [InlineData("?limit=0", "limit")]
    [InlineData("?word=x", "word")]
    public async Task A_filter_that_cannot_be_read_is_refused_by_its_name(string query, string name)
    {
        var asked = await Asked.By(Asked.Get(query), r => _library.Api.List(r, default));
        Assert.Equal(400, asked.Status);
        Assert.Contains($"'{name}'", asked.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("?state=xaa&instrument=UNTOC&article=18&paragraph=3&topic=MLA&type=ACT&text=loi&inForceOn=2024-01-01", 2)]
    [InlineData("?text=extradition", 1)]
    [InlineData("?state=SEN", 0)]
    public async Task Laws_that_are_listed_are_found(string query, int count)
    {
        var asked = await Asked.By(Asked.Get(query), r => _library.Api.List(r, default));
        Assert.Equal((200, count), (asked.Status, asked.Json!["items"]!.AsArray().Count));
        Assert.All(asked.Json["items"]!.AsArray(), l => Assert.Equal("UNCHECKED", (string?)l!["link"]!["status"]));
    }

    [Fact]
    public async Task Page_after_page_gives_each_law_once()
    {
        var first = await Asked.By(Asked.Get("?limit=1"), r => _library.Api.List(r, default));
        var next = first.Headers.Link.ToString();
        Assert.Matches("rel=\"next\"", next);
        var second = await Asked.By(Asked.Get($"?{next.Split('?')[1].Split('>')[0]}"), r => _library.Api.List(r, default));
        Assert.Equal(2, new[] { first, second }.Select(a => (string)a.Json!["items"]![0]!["lawId"]!).Distinct().Count());
        Assert.Equal("", second.Headers.Link.ToString());
    }

    [Fact]
    public async Task The_present_version_is_given_or_the_one_that_is_asked_for_and_no_law_that_is_not_listed()
    {
        var law = _library.Register.Now.Laws.Values.First(l => l is { Listed: true, Number: "7" });
        _library.Register.Change(new Change.PublishLaw(law.LawId, law with { Number = "7 bis" }));
        Assert.Equal("7 bis", (string?)(await Get(law.LawId)).Json!["number"]);
        Assert.Equal("7", (string?)(await Get(law.LawId, "?version=1")).Json!["number"]);
        Assert.Equal(404, (await Get(law.LawId, "?version=3")).Status);
        Assert.Equal(400, (await Get(law.LawId, "?version=x")).Status);
        Assert.Equal(404, (await Get("law-none")).Status);
        Assert.Equal(404, (await Get(_library.Register.Now.Laws.Values.Single(l => !l.Listed).LawId)).Status);
    }

    [Fact]
    public async Task The_whole_library_says_until_when_it_holds_and_is_sent_again_when_it_or_the_day_is_another()
    {
        var first = await Whole();
        Assert.Equal(2, first.Json!["laws"]!.AsArray().Count);
        Assert.Equal(
            (Sample.Now, Sample.Now.AddDays(30), _library.Register.Now.Head.Sequence),
            ((DateTimeOffset)first.Json["generatedAt"]!, (DateTimeOffset)first.Json["expiresAt"]!, (long)first.Json["sequence"]!));
        Assert.StartsWith("public", first.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        var tag = ("If-None-Match", first.Headers.ETag.ToString());
        Assert.Equal(304, (await Whole(tag)).Status);
        _library.Clock.Advance(TimeSpan.FromDays(1));
        var next = await Whole(tag);
        Assert.Equal(200, next.Status);
        var law = _library.Register.Now.Laws.Values.First(l => l.Listed);
        _library.Register.Change(new Change.PublishLaw(law.LawId, law with { Listed = false }));
        Assert.Single((await Whole(("If-None-Match", next.Headers.ETag.ToString()))).Json!["laws"]!.AsArray());
        var request = Asked.Get("", ("Accept-Encoding", "br"));
        Assert.Equal("br", (await Served.By(request, r => _library.Api.Package(r, default))).Headers.ContentEncoding.ToString());
    }

    private Task<Asked> Get(string id, string query = "") => Asked.By(Asked.Get(query), r => _library.Api.Get(r, id, default));

    private Task<Asked> Whole(params (string, string)[] headers) => Asked.By(Asked.Get("", headers), r => _library.Api.Package(r, default));
}
